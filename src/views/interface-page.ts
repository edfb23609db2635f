/** Pages of the interface exist in all six languages under the same path. */
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../domain/language.ts';
import { isoOf } from '../i18n/routes.ts';
import { translator, type Translate } from '../i18n/translate.ts';
import { site, type Site } from '../site.ts';

/** Static paths of one page, or of a page for each value of a parameter, in six languages. */
export function interfacePaths<Params extends Record<string, string | undefined> = Record<never, never>, Props extends object = Record<never, never>>(
  entries: readonly { params?: Params; props?: Props }[] = [{}],
) {
  return INTERFACE_LANGUAGES.flatMap((lang) => entries.map(({ params = {} as Params, props = {} as Props }) => ({ params: { lang, ...params }, props })));
}

export interface InterfacePage {
  here: Site;
  language: InterfaceLanguage;
  iso: string;
  t: Translate;
  alternates: Record<string, string>;
}

/**
 * What every page of the interface needs.
 *
 * @param lang parameter of the path
 * @param path path below the language, without slashes at its ends
 */
export function interfacePage(lang: string | undefined, path: string): InterfacePage {
  const language = lang as InterfaceLanguage;
  const here = site();
  return { here, language, iso: isoOf(language), t: translator(language), alternates: Object.fromEntries(INTERFACE_LANGUAGES.map((tag) => [tag, here.routes.page(tag, path)])) };
}
