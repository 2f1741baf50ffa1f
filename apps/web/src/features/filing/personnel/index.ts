/** What other features use of `filing/personnel`: the place where a file is dropped. */
export { DropZone } from './drop-zone.tsx'
