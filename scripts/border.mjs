// The border in the build: whatever a bundler would put into a page (imports, globs, assets) and lies in the restricted folder or
// code ends the build. Links are followed, so no symbolic link or `..` leads round it.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = realpathSync(resolve(dirname(fileURLToPath(import.meta.url)), '..'));

/** True for a file of the restricted folder (or where COMITY_RESTRICTED says the records are) or of the code that reads it. */
export function isRestricted(path) {
  const real = existsSync(path) ? realpathSync(path) : resolve(path);
  const folders = ['restricted', join('src', 'restricted'), join('scripts', 'directory'), process.env.COMITY_RESTRICTED].filter(Boolean).map((folder) => resolve(project, folder));
  return real === join(project, 'scripts', 'directory.ts') || folders.some((folder) => (real + sep).startsWith((existsSync(folder) ? realpathSync(folder) : folder) + sep));
}

/** Vite plugin. */
export function border() {
  return {
    name: 'comity:border',
    enforce: 'pre',
    load(id) {
      const path = id.replace(/^\0|\?.*$/g, '').replace(/^\/@fs/, '');
      if (isAbsolute(path) && isRestricted(path)) this.error(`Public code must not import restricted code or data: ${relative(project, path)}`);
    },
  };
}
