/**
 * npm run typecheck
 *
 * Types of the public code (astro check), then of the restricted code (which the public program does not hold), and between them the
 * border: no file of the public program may import restricted code or data, because types alone would let it. `--border`: only that.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { PROJECT, runNode } from './process.ts';

const failures: string[] = [];
const types = [() => runNode(['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.restricted.json'], { environment: {} }), () => runNode(['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'error'], { environment: {} })];
for (const step of [border, ...(process.argv.includes('--border') ? [] : types)]) {
  try {
    await step();
  } catch (error) {
    failures.push((error as Error).message.split('\n')[0]!);
  }
}
if (failures.length > 0) {
  console.error(`typecheck: ${failures.join('; ')}`);
  process.exitCode = 1;
}

/** Imports of the public program, with those of .astro files, each resolved as the compiler does it. */
function border(): void {
  const read = ts.readConfigFile(join(PROJECT, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { fileNames, options } = ts.parseJsonConfigFileContent(read.config, ts.sys, PROJECT, undefined, 'tsconfig.json', undefined, [{ extension: 'astro', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }]);
  let crossings = 0;
  for (const file of fileNames) {
    if (isRestricted(file)) continue;
    const text = readFileSync(file, 'utf8');
    for (const { fileName: wanted, pos } of ts.preProcessFile(text, true, true).importedFiles) {
      const target = ts.resolveModuleName(wanted, file, options, ts.sys).resolvedModule?.resolvedFileName ?? (wanted.startsWith('.') ? join(dirname(file), wanted) : wanted);
      if (!isRestricted(target)) continue;
      const before = text.slice(0, pos).split('\n');
      console.error(`${relative(PROJECT, file)}:${before.length}:${before.at(-1)!.length + 1} - error: public code imports restricted code or data (${wanted})`);
      crossings++;
    }
  }
  if (crossings > 0) throw new Error(`${crossings} ${crossings === 1 ? 'import crosses' : 'imports cross'} the border`);
}

function isRestricted(path: string): boolean {
  const below = relative(PROJECT, path).split(sep).join('/');
  return /^(?:src\/)?restricted\/|^scripts\/directory(?:\/|\.ts$)/.test(below);
}
