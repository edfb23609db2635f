/**
 * A restricted record for tests: user-assigned code XA, a domain of RFC 2606, numbers of the 555 kind. Sample: no such
 * authority, person or number exists.
 */
import { makeFingerprints } from '../../../src/gate/fingerprint.ts';
import { recordToSecrets } from '../../../src/gate/secret.ts';

export const ID = 'xa-sample-central-authority';
export const SENTENCE = 'Requests that reach the duty desk after the evening bell are answered by the sleeping magistrate before first light.';
export const ACCENTED = 'Le greffe résume chaque requête à l’intention du magistrat d’été, côté façade, sans délai ni cérémonie.';
export const RUSSIAN = 'Дежурный судья образцового ведомства отвечает на ночные запросы только после утреннего колокола.';
export const ARABIC = 'يجيب القاضي المناوب في السلطة النموذجية عن الطلبات الليلية بعد جرس الصباح فقط ولا يقبل الفاكس.';
export const CHINESE = '示例机关的值班法官仅在早钟敲响之后答复夜间请求，并且不接受传真，除非事先约定。';
export const NAME = 'Sample Office of Lantern Affairs';
export const PERSON = 'Exemplia Testworth';
export const EMAIL = 'night.desk@lantern-office.example';
export const PHONE = '+999 21 555 0142';

export const RECORD = `---
id: ${ID}
country: XA
sample: true
name_official: ${NAME}
contact_person: ${PERSON}
authority_type: ministry_justice
phones:
  - { number: "${PHONE}", purpose: urgent }
emails:
  - { address: ${EMAIL}, purpose: requests }
urgent_procedure: ${SENTENCE}
mandate:
  - { function: mutual_legal_assistance, legal_basis: ["UNTOC:18(13)"] }
treaties_in_force:
  - { title: United Nations Convention against Transnational Organized Crime, partner: XB }
---

# Required documents

${ACCENTED}

${RUSSIAN}

- ${ARABIC}
- ${CHINESE}
`;

export const SALT = '00112233445566778899aabbccddeeff';
export const FINGERPRINTS = makeFingerprints(recordToSecrets(ID, RECORD), SALT);
