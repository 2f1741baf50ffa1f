/** What other features use of `money/fine`: the fine of SIL 86 on the page of its case. */
export { FineSection } from './fine-section.tsx'
