// npm start: installs, builds the public library and serves it.
import { install, run } from './install.mjs';

install();
const built = run('scripts/build.ts');
if (built !== 0) process.exit(built);
process.exit(run('scripts/serve.ts'));
