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
  return manifestOf(manifest).volumes;
}

/** A PDF of one law or case, in one language and version. */
export interface PrintedRecord {
  /** File below `pdf/`: `laws/ke/act/2009/9/ke-act-2009-9.en.pdf`. */
  file: string;
  bytes: number;
}

/** Name of the PDF of a law or case below `pdf/`: it says what it is wherever a reader keeps it. */
export function recordFile(room: 'laws' | 'cases', work: string, tag: string, version?: string): string {
  return `${room}/${work}/${work.replaceAll('/', '-')}.${tag}${version === undefined ? '' : `.${version}`}.pdf`;
}

/** The PDF of a law or case, where this build made one. */
export function printedRecord(room: 'laws' | 'cases', work: string, tag: string, version?: string): PrintedRecord | undefined {
  const manifest = process.env['COMITY_PRINTED'];
  if (manifest === undefined || !existsSync(manifest)) return undefined;
  return manifestOf(manifest).records.get(recordFile(room, work, tag, version));
}

function manifestOf(manifest: string): NonNullable<typeof read> {
  if (read?.manifest !== manifest) {
    const { volumes, records } = JSON.parse(readFileSync(manifest, 'utf8')) as { volumes: PrintedVolume[]; records: PrintedRecord[] };
    read = { manifest, volumes, records: new Map(records.map((record) => [record.file, record])) };
  }
  return read;
}

let read: { manifest: string; volumes: PrintedVolume[]; records: ReadonlyMap<string, PrintedRecord> } | undefined;

/** Bytes → megabytes with one decimal, at least 0.1. */
export function megabytes(bytes: number): string {
  return Math.max(0.1, bytes / 1_000_000).toFixed(1);
}
