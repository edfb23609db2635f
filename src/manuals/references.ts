/** What a writer asks when it meets a reference: its words and where it leads. Answered by the site and by the printed volume, each in its way. */
import type { ArticleReference, CaseReference, LawReference, ParaReference } from './tree.ts';

export interface Named {
  /** Words to print. */
  text: string;
  /** Address; absent where nothing can be led to. */
  href?: string | undefined;
  /** Language of the words (BCP 47), where it differs from that of the text around. */
  lang?: string | undefined;
}

export interface References {
  article: (reference: ArticleReference) => Named;
  case: (reference: CaseReference) => Named;
  law: (reference: LawReference) => Named;
  para: (reference: ParaReference) => Named;
}
