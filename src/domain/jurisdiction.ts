/**
 * Jurisdictions and regions: ISO 3166-1 alpha-2 codes (lower case, as IRIs write them), UN M49 codes for regions,
 * and the two slots of the library's own for texts no State made: `un` (United Nations) and `int` (other international texts).
 */

/** Slots that stand where a country would, for international texts. */
export const INTERNATIONAL = ['un', 'int'] as const;

/** Sample jurisdictions: ISO 3166 user-assigned codes XA–XZ, except XK, which many use for Kosovo. */
export function isSampleCode(code: string): boolean {
  return /^x[a-z]$/.test(code) && code !== 'xk';
}

const names = new Map<string, Intl.DisplayNames>();

/**
 * Name of an ISO 3166 code or an M49 region code in an interface language, as CLDR gives it: (`ke`, `fr`) → `Kenya`, (`014`, `fr`) → `Afrique orientale`.
 * The library's own records of States take precedence where they name a State.
 */
export function displayName(code: string, tag: string): string {
  const key = `${tag} ${code}`;
  let name = displayed.get(key);
  if (name === undefined) displayed.set(key, (name = nameIn(code, tag)));
  return name;
}

/** Lists ask for the same few hundred names again and again, and Intl is slow. */
const displayed = new Map<string, string>();

function nameIn(code: string, tag: string): string {
  let display = names.get(tag);
  if (!display) {
    display = new Intl.DisplayNames([tag], { type: 'region', fallback: 'code' });
    names.set(tag, display);
  }
  // Intl names countries and regions only: a subdivision is named by its country and its own code, `us-dc` → `United States (DC)`.
  // CLDR calls XA "Pseudo-Accents": a sample is called by its code.
  if (isSampleCode(code)) return code.toUpperCase();
  const [country, subdivision] = code.toUpperCase().split('-') as [string, string?];
  const name = display.of(country) ?? country;
  // CLDR begins some regions with a small letter, for the middle of a sentence: in a list they begin like the others.
  const begun = name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  return subdivision === undefined ? begun : `${begun} (${subdivision})`;
}

/** True for a code made like ISO 3166-1 alpha-2, ISO 3166-2, or one of the international slots. */
export function isJurisdiction(code: string): boolean {
  return /^[a-z]{2}(?:-[a-z0-9]{1,4})?$/.test(code) || code === 'int';
}

/** True for a UN M49 code: three digits as a string. */
export function isM49(code: string): boolean {
  return /^\d{3}$/.test(code);
}
