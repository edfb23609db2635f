/** The components a chapter may use. A component that is not in this table is a flaw, as is an attribute it does not have. */

export interface ComponentDefinition {
  /** Where it stands: within a line, or as a block of its own. */
  where: 'line' | 'block';
  /** Attribute → true where it must be there. */
  attributes: Readonly<Record<string, boolean>>;
  /** What a block must hold, where that is not any text: the flaw says it in these words. */
  holds?: { kinds: readonly string[]; words: string };
}

export const COMPONENTS: Readonly<Record<string, ComponentDefinition>> = {
  Article: { where: 'line', attributes: { id: true, para: false } },
  Case: { where: 'line', attributes: { id: true } },
  Law: { where: 'line', attributes: { id: true, provision: false } },
  Para: { where: 'line', attributes: { to: true } },
  Anchor: { where: 'block', attributes: { id: true } },
  Checklist: { where: 'block', attributes: { title: true }, holds: { kinds: ['list'], words: 'a list' } },
  StepList: { where: 'block', attributes: {}, holds: { kinds: ['list'], words: 'an ordered list' } },
  Note: { where: 'block', attributes: { title: true } },
  Example: { where: 'block', attributes: { case: true, title: true } },
  ModelForm: { where: 'block', attributes: { id: true, title: true } },
  Figure: { where: 'block', attributes: { title: true, alt: true }, holds: { kinds: ['table', 'list'], words: 'a table or a list' } },
};
