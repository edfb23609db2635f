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

/** Volumes that this build prints, in the order of the manifest COMITY_PRINTED names. Without it (a preview, a build without PDFs) there are none. */
export function printedVolumes(): PrintedVolume[] {
  const manifest = process.env['COMITY_PRINTED'];
  if (manifest === undefined || !existsSync(manifest)) return [];
  if (read?.manifest !== manifest) read = { manifest, volumes: JSON.parse(readFileSync(manifest, 'utf8')) as PrintedVolume[] };
  return read.volumes;
}

let read: { manifest: string; volumes: PrintedVolume[] } | undefined;

/** Bytes → megabytes with one decimal, at least 0.1. */
export function megabytes(bytes: number): string {
  return Math.max(0.1, bytes / 1_000_000).toFixed(1);
}
