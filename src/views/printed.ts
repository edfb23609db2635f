/** Printed volumes that scripts/pdf.ts has made: which there are, how long and how heavy. Where none were made, pages show none. */
import { existsSync, readFileSync } from 'node:fs';

export interface PrintedVolume {
  /** Name of the file below `pdf/`: `mla-extradition.en.a4.pdf`. */
  file: string;
  /** What it prints: a manual by its slug, or `digest`. */
  volume: string;
  /** BCP 47. */
  language: string;
  paper: 'A4' | 'Letter';
  /** `reading`: PDF/UA-1; `archive`: PDF/A-2a. */
  purpose: 'reading' | 'archive';
  pages: number;
  bytes: number;
}

/** Where scripts/pdf.ts keeps what it made, below the project. */
export const PDF_CACHE = '.cache/pdf';

/** All volumes, in order of their names. */
export function printedVolumes(manifest: string): PrintedVolume[] {
  if (!existsSync(manifest)) return [];
  return JSON.parse(readFileSync(manifest, 'utf8')) as PrintedVolume[];
}

/** Bytes → megabytes with one decimal, at least 0.1. */
export function megabytes(bytes: number): string {
  return Math.max(0.1, bytes / 1_000_000).toFixed(1);
}
