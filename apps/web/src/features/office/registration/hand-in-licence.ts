import { sendFile, type HandedIn, type HandInWatch } from '../../../shared/lib/hand-in-file.ts'
import type { ApplicationKey } from './kept-application.ts'

/** A picture of the licence, under the key of an application instead of a session. */
export const handInLicence = ({ number, secret }: ApplicationKey, file: File, watch: HandInWatch): Promise<HandedIn> =>
  sendFile(file, watch, {
    to: '/registration/files',
    headers: { 'x-registration-number': number, 'x-registration-secret': secret },
  })
