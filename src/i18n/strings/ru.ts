import { en, type Dictionary } from './en.ts';

export const ru: Dictionary = { ...en };
