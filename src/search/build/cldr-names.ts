/**
 * Other names by which States and territories are well known: Ivory Coast, Turkey, Suazilandia.
 *
 * Source: Unicode CLDR 48.2.0, entries `-alt-variant` and `-alt-short` of territories (npm package cldr-localenames-full,
 * main/LANGUAGE/territories.json), which Intl.DisplayNames does not give; licence beside this file. Search finds by them; no page shows
 * them. Whoever brings them up to date takes them from there and adds none.
 */
import type { InterfaceLanguage } from '../../domain/language.ts';

/** ISO 3166-1 alpha-2 → name, by language. */
export const OTHER_NAMES: Record<InterfaceLanguage, Record<string, string>> = {
  en: { ba: 'Bosnia', cc: 'Cocos Islands', cd: 'Congo (DRC)', cg: 'Congo (Republic)', ci: 'Ivory Coast', cv: 'Cabo Verde', cz: 'Czech Republic', fk: 'Falkland Islands (Islas Malvinas)', gb: 'UK', hk: 'Hong Kong', mm: 'Myanmar', mo: 'Macao', nz: 'Aotearoa New Zealand', pn: 'Pitcairn', ps: 'Palestine', sz: 'Swaziland', tl: 'East Timor', tr: 'Turkey', us: 'US' },
  fr: { cd: 'Congo (RDC)', cg: 'République du Congo', ci: 'République de Côte d’Ivoire', cz: 'République tchèque', fk: 'Îles Malouines (Îles Falkland)', gb: 'R.-U.', hk: 'Hong Kong', mo: 'Macao', nz: 'Aotearoa (Nouvelle-Zélande)', ps: 'Palestine', sz: 'Swaziland', tl: 'Timor-Oriental', tr: 'Türkiye', us: 'É.-U.' },
  es: { cd: 'Congo (RDC)', cg: 'Congo (República)', ci: 'Costa de Marfil', cz: 'República Checa', fk: 'Islas Malvinas (Islas Falkland)', gb: 'RU', hk: 'Hong Kong', mo: 'Macao', nz: 'Aotearoa (Nueva Zelanda)', ps: 'Palestina', sz: 'Suazilandia', tl: 'Timor Oriental', us: 'EE. UU.' },
  ru: { cd: 'Конго (ДРК)', cg: 'Республика Конго', cz: 'Чешская Республика', fk: 'Фолклендские (Мальвинские) о-ва', gb: 'Британия', hk: 'Гонконг', mo: 'Макао', nz: 'Аотеароа (Новая Зеландия)', ps: 'Палестина', sz: 'Свазиленд', tl: 'Тимор-Лесте', us: 'США' },
  ar: { cd: 'جمهورية الكونغو الديمقراطية', cg: 'جمهورية الكونغو', ci: 'كوت ديفوار', cz: 'جمهورية التشيك', fk: 'جزر فوكلاند - جزر مالفيناس', hk: 'هونغ كونغ', mo: 'مكاو', ps: 'فلسطين', sz: 'سوازيلاند', tl: 'تيمور الشرقية' },
  zh: { cd: '刚果民主共和国', cg: '刚果共和国', ci: '象牙海岸', cz: '捷克共和国', fk: '福克兰群岛（马尔维纳斯群岛）', hk: '香港', mo: '澳门', ps: '巴勒斯坦' },
};
