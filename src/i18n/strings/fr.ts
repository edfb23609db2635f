import { en, type Dictionary } from './en.ts';

export const fr: Dictionary = { ...en };
