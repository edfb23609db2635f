import { en, type Dictionary } from './en.ts';

export const zh: Dictionary = { ...en };
