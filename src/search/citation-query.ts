/**
 * A query that cites a provision → the provision and what it is of.
 *
 * In:   "s. 44 Extradition Act"             "刑法第一百九十一条"        "Ley 24.767 art. 3"          "المادة الثالثة نظام مكافحة غسل الأموال"
 * Out:  44 of "Extradition Act"             191 of "刑法"              3 of "Ley 24.767"           3 of "نظام مكافحة غسل الأموال"
 *
 * The grammar of numbers is that of headings (domain/eid.ts); here it may stand anywhere in the query.
 */
import { parseProvisionHeading } from '../domain/eid.ts';
import { numberTerms } from './provision-number.ts';

export interface CitedProvision {
  /** eId as the query words it: `art_3`, `sec_44`. */
  eid: string;
  /** Its terms in the index. */
  terms: string[];
  /** What is left of the query: the law's name or number. */
  rest: string;
}

/** Words before a number that make it the number of a provision. */
const LATIN_UNIT =
  '(?:articles?|arts?\\.?|art[ií]culos?|artigos?|articolo|статья|статьи|статье|ст\\.?|sections?|secs?\\.?|ss?\\.?|§§?|paragraphs?|paras?\\.?|párrafos?|rules?|règles?|reglas?|regs?\\.?|chapters?|chap\\.?|chapitres?|cap[ií]tulos?|глава|главы|scheds?\\.|schedules?|annex(?:es)?|annexes?|anexos?)';
const LATIN_NUMBER = '(?:[LRDA]\\*?\\.?\\s?)?\\d+(?:[a-z](?!\\p{L}))?(?:[.:/-]\\d+[a-z]?)*(?:[-\\s]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies)(?!\\p{L}))?|[ivxlc]+(?![\\p{L}\\d])|(?:premier|première|primero|único|unico|unique)(?!\\p{L})';
const LATIN = new RegExp(`(?<![\\p{L}\\d])(?<unit>${LATIN_UNIT})\\s*(?:n[º°o]\\.?\\s*)?(?<number>${LATIN_NUMBER})(?<inner>(?:\\s?\\([\\p{L}\\d]{1,4}\\))*)(?:er|º|°)?(?![\\p{L}\\d])`, 'iu');
const HAN = /第\s*(?:[一二三四五六七八九十百千零〇○两\d]+)\s*(?:条|條|章|节|節|编|編|款)(?:之[一二三四五六七八九十\d]+)?/u;
const HAN_BARE = /(?<=\p{sc=Han})\s*(?<number>\d+)\s*[条條]/u;
const ARABIC_ORDINAL = 'ال(?:أولى|اولى|اولي|حادية|حاديه|ثانية|ثانيه|ثالثة|ثالثه|رابعة|رابعه|خامسة|خامسه|سادسة|سادسه|سابعة|سابعه|ثامنة|ثامنه|تاسعة|تاسعه|عاشرة|عاشره|عشرون|عشرين|ثلاثون|ثلاثين|أربعون|أربعين|اربعون|اربعين|خمسون|خمسين|ستون|ستين|سبعون|سبعين|ثمانون|ثمانين|تسعون|تسعين|مائة|مئة|مائتين|مئتين|مائتان)';
const ARABIC = new RegExp(`(?<unit>المادة|الماده|مادة|ماده|الفصل|الباب)\\s+(?:رقم\\s+)?(?<number>\\(?[\\d٠-٩]+\\)?|${ARABIC_ORDINAL}(?:\\s+(?:عشرة?|عشره|و${ARABIC_ORDINAL}|بعد\\s+المائة|بعد\\s+المئة))*)(?![\\p{L}\\d])`, 'u');
/** Further provisions after the first: "sections 5 and 6", "arts. 3-5". The first is where the reader is led. */
const MORE = /^\s*(?:[,;–-]|and|et|y|и|to|à|a)\s*(?:\d+[a-z]?(?![\p{L}\d.:/-]))+/iu;
/** Parts of a provision, which have no place of their own: "ч. 2", "al. 3", "inc. b)", "第2款", "الفقرة 2", "para 1". */
const PARTS =
  /(?<![\p{L}\d])(?:(?:част[ьи]|ч\.?|пункты?|пункта|пп?\.?|абз\.?|подпункт|alin[ée]as?|al\.|paragraphes?|paragraphs?|paras?\.?|subsections?|subs\.|cl(?:ause)?s?\.?|incisos?|inc\.|apartados?|ap\.|párrafos?|numerales?|literal(?:es)?|lit\.|الفقرة|فقرة|الفقره|البند)\s*\(?[\p{N}a-zа-я]{1,3}(?![\p{L}\d])\)?)|第[一二三四五六七八九十\d]+[款项項]/giu;
const US_CODE = /(?<title>\d+)\s*U\.?\s?S\.?\s?C(?:ode|\.)?\s*(?:§+|s\.|sec\.)?\s*(?<section>\d[\da-z-]*)/iu;

/**
 * Reads a citation of a provision.
 *
 * @returns undefined where the query cites none
 */
export function citedProvision(query: string): CitedProvision | undefined {
  const code = US_CODE.exec(query);
  if (code) return cited(query, code, `sec_${code.groups!['title']!}-usc-${code.groups!['section']!.toLowerCase()}`);
  const han = HAN.exec(query) ?? HAN_BARE.exec(query);
  if (han) {
    const parsed = parseProvisionHeading(han.groups?.['number'] ? `第${han.groups['number']}条` : han[0].replace(/\s+/g, ''));
    if (parsed) return cited(query, han, parsed.eid);
  }
  const arabic = ARABIC.exec(query);
  if (arabic) {
    const unit = arabic.groups!['unit']!.replace(/ماده$/, 'مادة');
    const number = arabic.groups!['number']!.replace(/(?<=\p{L})ه(?!\p{L})/gu, 'ة').replace(/الاولي/, 'الأولى');
    const parsed = parseProvisionHeading(`${unit} ${number}`);
    if (parsed) return cited(query, arabic, parsed.eid);
  }
  const latin = LATIN.exec(query);
  if (latin) {
    const { unit, number } = latin.groups as { unit: string; number: string };
    // A letter alone or a Roman numeral after "s" or "ст" is a word, not a number.
    if (!/\d/.test(number) && unit.length < 3) return undefined;
    // "Sections 5-7" begin with section 5; "§ 23-703" is one.
    const first = /^(?:ss|secs|sections|arts|articles|art[ií]culos|§§)\.?$/i.test(unit) ? number.replace(/^(\d+[a-z]?)[-–]\d.*$/i, '$1') : number;
    const parsed = parseProvisionHeading(`${wordOf(unit)} ${/\d/.test(first) || first.length > 5 ? first.replace(/première/i, 'premier') : first.toUpperCase()}`);
    if (parsed) return cited(query, latin, parsed.eid);
  }
  return undefined;
}

/** Units whose short or inflected forms headings do not have. */
function wordOf(unit: string): string {
  const word = unit.toLowerCase();
  if (/^(?:s|ss|sec|secs|§|§§)\.?$/.test(word)) return 'section';
  if (/^arts?\.?$/.test(word)) return 'article';
  if (/^(?:ст\.?|статье|статьи)$/.test(word)) return 'статья';
  if (/^paras?\.?$/.test(word)) return 'paragraph';
  if (/^regs?\.?$/.test(word)) return 'regulation';
  if (/^chap\.?$/.test(word)) return 'chapter';
  if (/^scheds?\.?$/.test(word)) return 'schedule';
  if (word === 'главы') return 'глава';
  return word;
}

function cited(query: string, match: RegExpExecArray, eid: string): CitedProvision {
  const before = query.slice(0, match.index);
  const after = query.slice(match.index + match[0].length).replace(MORE, ' ');
  const rest = `${before} ${after}`
    .replace(PARTS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.]+/, '')
    .replace(/(?<!\p{L})(?:of the|of|du|de la|de l['’]|del|de los|de las|de|des)\s*$/iu, ' ')
    .replace(/^\s*(?:of the|of|du|de la|de l['’]|del|de los|de las|de|des|من)(?!\p{L})/iu, ' ')
    .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '')
    .replace(/的$/u, '')
    .trim();
  // Drafters print 5bis, 5 bis and 5-bis alike.
  const other = eid.replace(/(?<=\d)-?(?=(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies)$)/, eid.includes('-') ? '' : '-');
  return { eid, terms: [...new Set([eid, other].flatMap(numberTerms))], rest };
}
