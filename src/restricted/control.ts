/** Schema → controls of a form, so that the form asks for what the schema allows and nothing else. */
import type { z } from 'zod';

export interface FieldControl {
  name: string;
  control: Control;
  required: boolean;
  /** The schema's own description. */
  hint?: string;
}

export type Control =
  | { kind: 'text'; long: boolean }
  | { kind: 'number' }
  | { kind: 'choice'; values: readonly string[] }
  /** Some of a vocabulary. */
  | { kind: 'choices'; values: readonly string[] }
  /** One text a line. */
  | { kind: 'lines' }
  | { kind: 'group'; fields: readonly FieldControl[] }
  | { kind: 'rows'; row: Extract<Control, { kind: 'group' }> };

interface Definition {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  entries?: Record<string, string>;
  shape?: Record<string, z.ZodType>;
  values?: readonly unknown[];
}

/** Keys whose text runs to sentences. */
const LONG = new Set(['urgent_procedure', 'remarks', 'use_limitation', 'confidentiality', 'costs', 'asset_sharing', 'scope_limits', 'gist', 'text_needed']);

/** Control for a schema. Throws where the schema has a shape no form has a control for. */
export function controlOf(schema: z.ZodType, name = ''): Control {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional':
      return controlOf(definition.innerType!, name);
    case 'string':
      return { kind: 'text', long: LONG.has(name) };
    case 'number':
      return { kind: 'number' };
    case 'literal':
      return { kind: 'choice', values: definition.values!.map(String) };
    case 'enum':
      return { kind: 'choice', values: Object.values(definition.entries!) };
    case 'object':
      return { kind: 'group', fields: Object.entries(definition.shape!).map(([key, field]) => fieldOf(key, field)) };
    case 'array': {
      const item = controlOf(definition.element!, name);
      if (item.kind === 'choice') return { kind: 'choices', values: item.values };
      if (item.kind === 'group') return { kind: 'rows', row: item };
      return { kind: 'lines' };
    }
    default:
      throw new RangeError(`No control for a schema of type ${definition.type} (${name})`);
  }
}

function fieldOf(name: string, schema: z.ZodType): FieldControl {
  const hint = schema.description ?? (definitionOf(schema).innerType as z.ZodType | undefined)?.description;
  return { name, control: controlOf(schema, name), required: definitionOf(schema).type !== 'optional', ...(hint === undefined ? {} : { hint }) };
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}
