/** One list of sample pages, a kind each: drives the accessibility, look and print runs. Paths below the language. */
export const SAMPLE_PAGES: Record<string, string> = {
  home: '',
  conventions: 'conventions/',
  laws: 'laws/',
  'laws of a subject': 'laws/subject/extradition/',
  'laws of a region': 'laws/region/014/',
  'laws on an article': 'laws/article/tip-5/',
  cases: 'cases/',
  'cases of a crime type': 'cases/crime/trafficking-in-persons/',
  treaties: 'treaties/',
  states: 'states/',
  State: 'states/zm/',
  'State with nothing collected': 'states/to/',
  regions: 'regions/',
  region: 'regions/014/',
  crimes: 'crimes/',
  'crime type': 'crimes/trafficking-in-persons/',
  networks: 'networks/',
  network: 'networks/indian-ocean/',
  coverage: 'coverage/',
  'coverage of a convention': 'coverage/untoc/',
  comparisons: 'compare/',
  'comparison of an article': 'compare/tip/art_5/',
  'States side by side': 'compare/tip/art_5/?states=ug,zm,ar',
  map: 'map/',
  'map of parties': 'map/untoc/',
  search: 'search/',
  binder: 'binder/',
  about: 'about/',
  'data quality': 'data-quality/',
  flaws: 'flaws/',
};

/** Documents exist in the languages of their texts. */
export const SAMPLE_DOCUMENTS: Record<string, string> = {
  convention: 'en/laws/un/act/convention/unga/2000-11-15/untoc/',
  protocol: 'en/laws/un/act/protocol/unga/2000-11-15/trafficking/',
  article: 'en/laws/un/act/protocol/unga/2000-11-15/trafficking/art_5/',
  'article in French': 'fr/laws/un/act/convention/unga/2000-11-15/untoc/art_16/',
  law: 'en/laws/zm/act/2008/11/',
  'law in French': 'fr/laws/ca/act/1999/s-c-1999-c-18/',
  case: 'en/cases/gb/judgment/ukhl/1999/17/',
  'not found': '404.html',
  'choice of language': '',
};

export const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;
