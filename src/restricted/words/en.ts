/** The edition's own words in English. Names of fields and codes stand in fields.ts and vocabulary.ts, where the commands need them too. */

/** Sentences and labels of the pages. `{slots}` are filled in. */
export const text = {
  // Every page
  title: 'Directory of competent national authorities', name: 'Competent national authorities', skip: 'Skip to the text', restricted: 'Restricted',
  banner: 'For designated authorities only: do not pass on, print or store more than you need.',
  bannerSample: 'Sample records: none of these authorities, numbers or addresses exists.',
  main: 'Main', find: 'Find an authority', states: 'States', functions: 'Functions', conventions: 'Conventions', languages: 'Languages', changes: 'Changes', help: 'Help',
  interfaceLanguage: 'Language of these pages', youAreHere: 'You are here', comma: ', ', colon: '{name}: {value}',
  foot: 'Edition {edition}. Contacts change: confirm by a second way before you send anything that cannot wait or must not go astray.',

  // Finding
  findLead: 'Whom to write to in another State, in which language, by which way, and what a request must hold.',
  searchFor: 'Search names, places, numbers, remarks', state: 'State', function: 'Function', convention: 'Convention', language: 'Language', any: 'Any', openChoice: 'Open', openNow: 'Open now',
  openNote: '“Open” goes by the office hours of the record and the clock of this device. Public holidays are not known.',
  count: '{n} of {total} authorities', noFinder: 'The finder needs a script. Without one, go by:',
  authorities: 'Authorities', authority: 'Authority', competentFor: 'Competent for', localTime: 'Local time',
  functionsLead: 'What an authority is competent for.', conventionsLead: 'Under which text an authority was designated.', languagesLead: 'Languages an authority works in, or takes requests in.', statesLead: 'What each State requires, and its authorities.',
  noMap: 'User-assigned codes stand for no land, so these sample States are on no map.', mapTitle: 'States in the directory', mapText: 'The same States stand in the list below.', sampleState: 'Sample State {code}',

  // State and request
  needs: 'What a request needs', needsOf: '{function}: what a request needs', to: 'to {name}', toFor: 'to {name}, for {territory}', position: 'Position under treaties', notSaid: 'No authority of this State has said it.',
  saidBy: 'Said by:', withPartner: 'with {partner}', inForceSince: 'in force since {date}', article: 'article {n}', basis: '{text}, article {n}', resolution: 'General Assembly resolution {n}', otherText: 'regional or bilateral text',
  requires: 'What {state} requires.', writeTo: 'Write to', legalBasis: 'Legal basis:', inLanguage: 'In which language', byWay: 'By which way', ifUrgent: 'If it is urgent',
  lastConfirmed: 'Last confirmed {date} by {by}.', wholeRecord: 'The whole record', dayAndNight: 'day and night', fax: 'fax', documents: 'Documents', inLaw: 'Requirements in law',

  // Record
  onThisPage: 'On this page', contact: 'Contact', hours: 'Hours and languages', urgent: 'Urgent cases', practice: 'Practice', law: 'Laws and remarks', notes: 'Notes', about: 'About this record', guides: 'Guides',
  unconfirmed: 'This record is from public sources only; the State has not confirmed it.', statusIs: 'Status of this record: {status}.', old: 'Not confirmed for more than twelve months: check the contact by a second way.',
  edit: 'Edit this record', editWith: 'with the account of this authority', post: 'Post', couriers: 'Couriers', designated: 'Designated under', role: 'Role', since: 'Since', both: 'receives and sends', span: '{from} to {to}',
  open: 'open', closed: 'closed', holidays: 'Public holidays are not known here.', nextDay: 'the next day',

  // Help
  helpFind: 'Choose State, function, convention and language, or search for any words: names, places, numbers, remarks.',
  helpRequest: 'Prepare a request', helpRequestText: 'The page of a State leads to one page for each kind of request: whom to write to, in which language, by which way, which documents, and what the law requires. It prints on a sheet or two.',
  helpAlong: 'Take it along', helpAlongText: 'On a device that is yours alone, keep the directory, in the language of this page, for when there is no network. Remove it before you hand the device to somebody else.',
  helpEdit: 'Mend your own record', helpEditText: 'Open your record, choose “Edit this record” and sign in with the account of your authority; no other account opens that page. The form checks what you write, makes a file that holds the changed fields only, and signs it with the key of your authority. Send the file to the Secretariat by the way agreed with it. The Secretariat reviews every change before it enters the next edition.',
  helpKey: 'The key of your authority', helpKeyText: 'The first time, make a key in the form. Its secret half stays with you: on the device, where no page can read it out, or in a file that your passphrase encrypts. Send the public half to the Secretariat, which calls you back and asks for the fingerprint. If a device or a file is lost, tell the Secretariat at once: it revokes the key, and you make another.',
  helpSafe: 'Keep it safe', helpSafeText: 'The directory names offices and their lines so that requests arrive, and is limited to designated authorities for the safety of those who work there. Do not copy it to shared drives, and report a lost copy to the Secretariat at once.',
  keep: 'Keep on this device', removeKept: 'Remove from this device', fetching: 'Fetching …', kept: 'The directory is on this device.', notKept: 'Not kept: {reason}', notFetched: 'some pages could not be fetched', removed: 'Removed from this device.',

  // Form
  editTitle: 'Edit your record', editOf: 'Edit: {name}', editLead: 'Change what is no longer right, or confirm the record as it stands. The form makes a file; send it to the Secretariat by the way agreed with it. Nothing is sent from here.',
  noForm: 'The form needs a script. Without one, write down what should change and send it to the Secretariat.', notesField: 'Notes for those who write to you (Markdown)', allOfIt: 'All of it', optional: 'may be left out', oneALine: 'one a line', add: 'Add', remove: 'Remove',
  signOff: 'Sign off', why: 'Why (one line; it stands in the list of changes)', signedOffBy: 'Signed off by (office or role, no person’s name)', date: 'Date', makeFile: 'Make the file',
  needed: 'needed', toMend: 'Not yet. To mend: {n}', confirms: 'The file confirms the record without change', fileChanges: 'The file changes', save: 'Save {file}',

  // Key
  signature: 'Signature', noKey: 'This device has no key of your authority. Make one, or open the file that holds it; without a key the file is not signed.',
  hasKey: 'Files are signed with the key of your authority. Its fingerprint:', makeKey: 'Make a key on this device', removeKey: 'Remove the key from this device', keyInFile: 'Or keep the key in a file, for several devices', passphrase: 'Passphrase (at least 12 characters)', makeKeyFile: 'Make a key in a file', openKeyFile: 'File with the key',
  register: 'Send this public half to the Secretariat to have it registered:', secretHalf: 'Keep this file where only your authority can read it:', keyRemoved: 'The key has been removed from this device.', noKeySupport: 'This browser cannot sign (it lacks Ed25519). A browser of 2025 or later can.', notThisKey: 'This is no key file of {id}.', wrongPassphrase: 'The passphrase does not open this file.',
  isSigned: 'The file is signed.', isNotSigned: 'The file is not signed: the Secretariat has to make sure by another way that it is yours.',

  // Printed edition
  doNotPassOn: 'Restricted: for designated authorities only. Do not pass on.', edition: 'Edition {edition}', asOf: 'As of {date}. Authorities: {authorities}. States: {states}.', contents: 'Contents', changesSince: 'Changes since edition {edition}', nothing: 'Nothing has changed.', added: 'New', gone: 'Removed', changed: 'Changed',
} as const;

/** Hints of the schema that help who fills in the form; the rest is for those who write YAML. */
export const hints: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'Name in the official language', 'Unit that answers', 'Role to ask for; never a person’s name', 'For couriers, where another', 'Answered day and night', 'A functional mailbox, not a person’s', 'HH:MM, local time', 'IANA time zone', 'In winter',
    'One block for each function', 'Name of the regional or bilateral text', 'Kinds of offence, stage of the case, part of the territory', 'Depositary notification, C.N. …', 'One block for each function whose requests this authority receives', 'Where they are posted; no names', 'BCP 47', 'ISO 8601 duration', 'UNTOC art. 18(14)',
  ].map((hint) => [hint, hint]),
);
