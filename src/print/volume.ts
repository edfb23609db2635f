/** What every printed volume has around its text: title, language, fonts, paper, date, imprint. */
import type { InterfaceLanguage } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { typstString, typstText } from '../manuals/typst.ts';

export const PAPERS = { A4: 'a4', Letter: 'us-letter' } as const;
export type Paper = keyof typeof PAPERS;

/** When the content of a volume was last changed, from its own history. */
export interface Stamp {
  /** ISO 8601 day. */
  day: string;
  /** Short name of the revision; absent where the content has no history. */
  revision?: string;
}

export interface VolumeFrame {
  title: string;
  short: string;
  subtitle: string;
  language: InterfaceLanguage;
  families: readonly string[];
  paper: Paper;
  stamp: Stamp;
  /** What stands on the cover's last line and in the imprint: edition, day, revision. */
  dateline: string;
  keywords: readonly string[];
  /** Typst content of the page after the cover. */
  imprint: string;
  /** Deepest heading in the contents. */
  depth: number;
}

/** Sets a body into its frame. */
export function frame(t: Translate, volume: VolumeFrame, body: string): string {
  const [before = '', after = ''] = t('refPage', { page: '\u0001' }).split('\u0001');
  const [year, month, day] = volume.stamp.day.split('-').map(Number);
  const list = (items: readonly string[]): string => `(${items.map((item) => `${typstString(item)},`).join(' ')})`;
  return [
    '#import "template.typ": *',
    `#show: volume.with(`,
    `  title: ${typstString(volume.title)}, short: [${typstText(volume.short)}], subtitle: ${typstString(volume.subtitle)}, name: ${typstString(t('siteName'))},`,
    `  lang: ${typstString(volume.language)}, region: ${volume.language === 'zh' ? '"CN"' : 'none'}, fonts: ${list(volume.families)}, paper: ${typstString(PAPERS[volume.paper])},`,
    `  date: (${year}, ${month}, ${day}), dateline: ${typstString(volume.dateline)}, contents: ${typstString(t('manualContents'))}, keywords: ${list(volume.keywords)},`,
    `  page-before: ${typstString(before)}, page-after: ${typstString(after)}, depth: ${volume.depth},`,
    `  imprint: [${volume.imprint}],`,
    ')',
    '',
    body,
    '',
  ].join('\n');
}
