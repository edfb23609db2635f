/** The visual editor as a folder of static files: a page, the configuration, the bundle. */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { cmsConfig, type CmsOptions } from './config.ts';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Comity: edit records</title>
<link href="config.yml" type="text/yaml" rel="cms-config-url">
</head>
<body>
<noscript>The editor needs JavaScript. Records can be edited as text files without it: see CONTRIBUTING.md.</noscript>
<script src="decap-cms.js"></script>
</body>
</html>
`;

/** Writes the edition into a folder, in place of what an earlier run left there. */
export function writeEdition(folder: string, bundle: string, options: CmsOptions): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(bundle)) cpSync(join(bundle, name), join(folder, name));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, '404.html'), PAGE.replace(/<script.*<\/script>/, '<p><a href="/">The editor</a></p>'));
  writeFileSync(join(folder, 'config.yml'), `# Made by npm run cms from src/schema. Do not edit.\n${stringify(cmsConfig(options), { lineWidth: 0, aliasDuplicateObjects: false })}`);
}
