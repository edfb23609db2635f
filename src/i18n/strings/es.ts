import { en, type Dictionary } from './en.ts';

export const es: Dictionary = { ...en };
