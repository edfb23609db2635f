/** The 193 Member States and the two observer States, ISO 3166-1 alpha-2 in lower case, and some regions of M49. */
export const STATES =
  'ad ae af ag al am ao ar at au az ba bb bd be bf bg bh bi bj bn bo br bs bt bw by bz ca cd cf cg ch ci cl cm cn co cr cu cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fm fr ga gb gd ge gh gm gn gq gr gt gw gy hn hr ht hu id ie il in iq ir is it jm jo jp ke kg kh ki km kn kp kr kw kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mr mt mu mv mw mx my mz na ne ng ni nl no np nr nz om pa pe pg ph pk pl ps pt pw py qa ro rs ru rw sa sb sc sd se sg si sk sl sm sn so sr ss st sv sy sz td tg th tj tl tm tn to tr tt tv tz ua ug us uy uz va vc ve vn vu ws ye za zm zw'.split(' ');

export const REGIONS = {
  Caribbean: 'ag bb bs cu dm do gd ht jm kn lc tt vc'.split(' '),
  'Latin America and the Caribbean': 'ag ar bb bo br bs bz cl co cr cu dm do ec gd gt gy hn ht jm kn lc mx ni pa pe py sr sv tt uy vc ve'.split(' '),
  Oceania: 'au fj fm ki mh nr nz pg pw sb to tv vu ws'.split(' '),
  'Pacific islands': 'fj fm ki mh nr pg pw sb to tv vu ws'.split(' '),
  Europe: 'ad al at ba be bg by ch cz de dk ee es fi fr gb gr hr hu ie is it li lt lu lv mc md me mk mt nl no pl pt ro rs ru se si sk sm ua va'.split(' '),
  'Western Europe and others': 'ad at au be ca ch de dk es fi fr gb gr ie il is it li lu mc mt nl no nz pt se sm tr us'.split(' '),
};

export const WORDS = { title: 'Where the provision is found', description: 'Found in 49 States.', idPrefix: 'm' };

/** A value for each code, with a label and a link as long as real ones. */
export function valuesFor(codes: readonly string[]): Map<string, { state: string; value: number; label: string; href: string }> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return new Map(
    codes.map((code, index) => [
      code,
      { state: ['found', 'partly', 'none', 'none'][index % 4]!, value: index % 7, label: `${names.of(code.toUpperCase())}: ${index % 7} laws`, href: `/en/states/${code}/` },
    ]),
  );
}
