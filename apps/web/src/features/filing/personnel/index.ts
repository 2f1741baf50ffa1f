/** What other features use of `filing/personnel`: taking in a file, keys of a grid, and how a list is sent. */
export { DropZone } from './drop-zone.tsx'
export { afterKey } from './grid-keys.ts'
export { MappingStep } from './mapping-step.tsx'
export { useRefusalText } from './refusal-text.ts'
export { removePeople } from './remove-people.ts'
export type { RulesOfList } from './roster-protocol.ts'
export { uploadList } from './upload-list.ts'
export type { UploadOutcome } from './upload-list.ts'
