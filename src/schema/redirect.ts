/** Redirects: where an address leads that was published once and is no more. An address is never simply dropped. */
import { z } from 'zod';
import { parseAddress } from '../domain/address.ts';
import { text } from './fields.ts';

const ADDRESS = 'an address such as "laws/ke/act/2010/8", "laws/ke/act/2010/8/fra" or "laws/ke/act/2010/8#sec_5"';
const address = z.string().refine((value) => parseAddress(value) !== undefined, ADDRESS);

export const redirect = z.strictObject({
  from: address.describe('Address that was published: a record, one of its expressions, or a provision'),
  to: address.optional().describe('Address that answers in its place'),
  gone: text.optional().describe('Where nothing answers in its place: why, in a sentence for readers'),
  why: text.optional().describe('Why it moved, for editors'),
});

export const redirects = z.array(redirect.refine(({ to, gone }) => (to === undefined) !== (gone === undefined), 'either `to` or `gone`'));

export type Redirect = z.infer<typeof redirect>;
