/** Where the edition may be written: never where anything public is or will be. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** Stands in every edition, so that the next one may replace it and nothing else is ever removed. */
export const MARK = 'checksums.json';
const OWN = 'dist-restricted';

/**
 * Checks an output folder.
 *
 * @param folder as asked for
 * @param project folder of the project
 * @param environment COMITY_OUT and COMITY_STAGE name public output
 * @returns its real path, links followed
 * @throws Error that says why the folder will not do
 */
export function allowedOutput(folder: string, project: string, environment: NodeJS.ProcessEnv = process.env): string {
  const output = real(resolve(folder));
  const root = realpathSync(project);
  const refuse = (reason: string): never => {
    throw new Error(`The restricted edition is not written to ${folder}: ${reason}. Choose ${OWN}, or a folder outside this project that only those may read who may read the directory.`);
  };
  for (const [name, value] of [['dist', join(root, 'dist')], ['COMITY_OUT', environment['COMITY_OUT']], ['COMITY_STAGE', environment['COMITY_STAGE']]] as const) {
    if (value !== undefined && value !== '' && overlap(output, real(resolve(project, value)))) refuse(`it is, holds or lies in the public output (${name})`);
  }
  if (root === output || root.startsWith(output + sep)) refuse('it holds this project');
  if (output.startsWith(root + sep) && output.slice(root.length + 1).split(sep)[0] !== OWN) refuse('it lies inside this project, where it could be published or committed');
  for (let above = output; above !== dirname(above); above = dirname(above)) {
    if (isPublicSite(above)) refuse(`${basename(above)} is a public site (it has a 404.html)`);
  }
  if (existsSync(output) && readdirSync(output).length > 0 && !existsSync(join(output, MARK))) refuse('it holds files and is no earlier edition');
  return output;
}

/** Real path of a file that need not be there yet: links of the folders above it are followed. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(real(above), basename(path));
}

function overlap(one: string, other: string): boolean {
  return one === other || one.startsWith(other + sep) || other.startsWith(one + sep);
}

function isPublicSite(folder: string): boolean {
  return existsSync(join(folder, '404.html'));
}
