/** What other features use of `filing/personnel`: the place where a file is dropped, and the form that says what its columns are. */
export { DropZone } from './drop-zone.tsx'
export { MappingStep } from './mapping-step.tsx'
