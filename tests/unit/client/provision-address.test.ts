import { describe, expect, it } from 'vitest';
import { provisionAddress } from '../../../src/client/provision-address.ts';

const read = (link: string, base = '/library/'): string | undefined => provisionAddress(link, base, 'https://library.example');

describe('a link to a provision, as people paste it', () => {
  it('is read with or without host and base, and with space around it', () => {
    const address = 'en/laws/ke/act/2010/8/#sec_5';
    for (const link of [`https://library.example/library/${address}`, ` /library/${address}\n`, address]) expect(read(link)).toBe(address);
    expect(read(`https://library.example/${address}`, '/')).toBe(address);
  });

  it('keeps the version of a text', () => {
    expect(read('nl/laws/nl/act/nn/opiumwet/@2013-07-01/#art_3')).toBe('nl/laws/nl/act/nn/opiumwet/@2013-07-01/#art_3');
  });

  it('to the page of an article leads to the convention’s text', () => {
    expect(read('zh/laws/un/act/convention/unga/2000-11-15/untoc/art_16/')).toBe('zh/laws/un/act/convention/unga/2000-11-15/untoc/#art_16');
  });

  it('is none where it leads elsewhere, to a whole law, to a case, or nowhere', () => {
    for (const link of ['https://elsewhere.example/library/en/laws/ke/act/2010/8/#sec_5', 'en/laws/ke/act/2010/8/', 'en/cases/gb/judgment/ukhl/1999/17/#p1', 'javascript:alert(1)', '//elsewhere.example/en/laws/x/#a', '', 'https://library.example/other/en/laws/a/#b']) expect(read(link)).toBeUndefined();
  });
});
