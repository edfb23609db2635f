/**
 * For `npm run dev`: an edit of a record shows at once. The content folder is watched; after a save the library is read again (only
 * what was edited is read anew, see library/memory.ts) and browsers reload. Where the edit has an error, the pages stay as they were
 * and the error is laid over them, with its line (client/record-errors.ts): Escape leads back to the last good page.
 */
import { relative, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite';

/** The little of site.ts that is asked of it from outside. */
interface SiteModule {
  reloadSite: () => string | undefined;
}

/** An editor may save in several steps, and a branch may change many files: they are read together. */
const PAUSE = 25;

export function contentWatch(): AstroIntegration {
  return {
    name: 'comity:content-watch',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        injectScript('page', "import '/src/client/record-errors.ts';");
        updateConfig({ vite: { plugins: [watchPlugin()], server: { watch: { ignored: ['**/dist/**', '**/.cache/**', '**/test-results/**'] } } } });
      },
    },
  };
}

function watchPlugin(): Plugin {
  return {
    name: 'comity:content-watch',
    configureServer(server) {
      const folder = resolve(process.env['COMITY_CONTENT'] ?? 'content');
      const siteFile = resolve(server.config.root, 'src', 'site.ts');
      let timer: NodeJS.Timeout | undefined;
      let message: string | undefined;
      server.watcher.add(folder);
      server.watcher.on('all', (event, file) => {
        const below = relative(folder, resolve(file));
        if (event === 'addDir' || below === '' || below.startsWith('..') || below.split(sep).some((part) => part.startsWith('.'))) return;
        clearTimeout(timer);
        timer = setTimeout(() => void refresh(), PAUSE);
      });
      // A page that is opened while a record has an error says so too, once its script listens.
      server.ws.on('connection', () => setTimeout(tell, 300));

      async function refresh(): Promise<void> {
        message = await reload(server, siteFile).catch((error: Error) => error.message);
        if (message === undefined) server.ws.send({ type: 'full-reload', path: '*' });
        else {
          server.config.logger.error(message);
          tell();
        }
      }

      function tell(): void {
        if (message !== undefined) server.ws.send('comity:record-errors', { message });
      }
    },
  };
}

/** Has every environment that has read the library read it again. Gives what is wrong, or undefined. */
async function reload(server: ViteDevServer, siteFile: string): Promise<string | undefined> {
  let message: string | undefined;
  for (const environment of Object.values(server.environments)) {
    if (!isRunnableDevEnvironment(environment) || !environment.moduleGraph.getModuleById(siteFile)) continue;
    const site = (await environment.runner.import(siteFile)) as SiteModule;
    message ??= site.reloadSite();
    // Which pages there are is asked again too.
    environment.hot.send('astro:content-changed', {});
  }
  return message;
}
