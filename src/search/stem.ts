/**
 * Words → stems, lightly: endings of number, gender and case go, derivation stays. Input is folded (see fold.ts).
 *
 * Reasoning: a heavy stemmer finds more and ranks worse, and lawyers mean the word they type; exact phrases are looked up
 * unstemmed anyway. The rules follow the light stemmers of J. Savoy (French, Spanish, Russian), Harman's s-stemmer with
 * -ed and -ing (English), and light10 of Larkey et al. (Arabic).
 */
export type Stem = (word: string) => string;

const english: Stem = (word) => {
  let stem = word;
  if (stem.length > 3 && stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) {
    if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
    else if (/(?:ss|x|z|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
    else stem = stem.slice(0, -1);
  }
  const cut = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(stem);
  if (cut && cut[1]!.length > 2) {
    stem = cut[1]!;
    if (/([bdgmnprt])\1$/.test(stem)) stem = stem.slice(0, -1);
  }
  // "charge", "charged" and "charging" meet without their e.
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
};

const french: Stem = (word) => {
  if (word.length < 5) return word;
  let stem = word;
  if (stem.endsWith('x')) stem = stem.endsWith('aux') && stem.length > 5 ? `${stem.slice(0, -3)}al` : stem.slice(0, -1);
  if (stem.endsWith('s')) stem = stem.slice(0, -1);
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > 5 && stem.endsWith('r')) stem = stem.slice(0, -1);
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem;
};

const spanish: Stem = (word) => {
  if (word.length < 5) return word;
  let stem = word;
  if (stem.endsWith('es') && stem.length > 5) stem = stem.endsWith('ces') ? `${stem.slice(0, -3)}z` : stem.slice(0, -2);
  else if (stem.endsWith('s')) stem = stem.slice(0, -1);
  return stem.length > 4 && /[aoe]$/.test(stem) ? stem.slice(0, -1) : stem;
};

// й is folded to и and ё to е.
const RUSSIAN_ENDINGS =
  /(?:иями|ями|ами|иях|иям|ием|ыми|ими|ого|его|ому|ему|ах|ях|ов|ев|еи|ии|ия|ие|ью|ам|ям|ом|ем|ои|ою|ею|ую|юю|ая|яя|ое|ее|ые|ых|их|ым|им|ыи|ию|а|я|о|е|у|ю|ы|и|ь)$/;
const russian: Stem = (word) => {
  if (word.length < 5) return word;
  const stem = word.replace(RUSSIAN_ENDINGS, '');
  return stem.length < 3 ? word : stem.length > 4 && stem.endsWith('нн') ? stem.slice(0, -1) : stem;
};

const ARABIC_ENDINGS = /(?:ها|ان|ات|ون|ين|يه|ه|ي)$/;
const arabic: Stem = (word) => {
  let stem = word.length > 4 ? word.replace(/^[وف](?=ال|بال|كال|لل)/, '') : word;
  if (stem.length > 4 && /^و/.test(stem)) stem = stem.slice(1);
  if (stem.length > 4) stem = stem.replace(/^(?:بال|كال|لل|ال)/, '');
  // الإلكترونية is الالكترونيه when folded, إلكترونية only الكترونيه: the same is left of both.
  if (stem.length > 4) stem = stem.replace(/^ال/, '');
  for (let round = 0; round < 2 && stem.length > 4; round++) stem = stem.replace(ARABIC_ENDINGS, '');
  return stem.length < 2 ? word : stem;
};

const plural: Stem = (word) => (word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word);

const STEMS: Record<string, Stem> = { en: english, fr: french, es: spanish, ru: russian, ar: arabic, pt: plural, it: (word) => word, zh: (word) => word };

/** The stemmer of a language (BCP 47), for folded words. */
export function stemmer(tag: string): Stem {
  return STEMS[tag] ?? plural;
}

/**
 * Stems a word may also have: Arabic writes "by", "for", "like" and "so" on the next word, and only a dictionary would tell
 * بقرار (by decision) from بريد (post). Both readings are indexed.
 */
export function otherStems(tag: string, word: string, stem: string): string[] {
  if (tag !== 'ar' || word.length < 5) return [];
  const bare = /^[وف]?[بلكف](?!ال)(.{3,})$/.exec(word);
  const other = bare && arabic(bare[1]!);
  return other && other !== stem && other.length > 2 ? [other] : [];
}

const STOPWORDS: Record<string, string> = {
  en: 'the of and to in a an or for by be is that with as on any this it which from at such are not was has have may been were if but than so its their his her he she they them there these those into no who whom whose will would when where can could do does did how what why must should shall',
  fr: 'le la les l de du des d un une et en a au aux ou par pour dans sur que qu qui est sont ce cette ces se s son sa ses il elle ils elles ne n pas ou avec leur leurs y dont quel quelle quels quelles comment quoi peut peuvent doit doivent',
  es: 'el la los las lo de del un una y o u e en a al por para con que se su sus es son no como sobre cual cuales cuando donde quien puede pueden debe deben',
  ru: 'и в во на по с со о об от из за к ко у не или а но что как для при до же бы его ее их это какои какая какое какие каков кто где когда ли',
  ar: 'في من علي الي عن ان او و ما لا هذا هذه ذلك التي الذي كل اي هو هي مع قد لم اذا ب ل هل كيف متي اين ماذا',
  zh: '',
};
const stopwords = new Map(Object.entries(STOPWORDS).map(([tag, list]) => [tag, new Set(list.split(' '))]));
const none: ReadonlySet<string> = new Set();

/** Folded words of a language that every text has; they are read in phrases and nowhere else. */
export function stopwordsOf(tag: string): ReadonlySet<string> {
  return stopwords.get(tag) ?? none;
}
