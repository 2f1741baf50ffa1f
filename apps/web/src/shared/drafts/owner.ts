import type { SignedInViewer } from '../lib/viewer-context.tsx'

/** Whose the kept things are: this account, acting for this employer. */
export const ownerOf = ({ id, employerId }: Pick<SignedInViewer, 'id' | 'employerId'>): string =>
  `${id}/${employerId ?? ''}`
