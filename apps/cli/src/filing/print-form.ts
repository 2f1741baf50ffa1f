import { writeFile } from 'node:fs/promises'
import type { Submission } from './file-inspection.ts'
import type { FileRequest } from './file-request.ts'
import { FILE_WORDS } from './file-words.ts'
import { OfficeRefusal } from './office-client.ts'
import type { OfficeClient } from './office-client.ts'

/** The form of the last version that was submitted, as a file; NOTHING where none was. */
export async function printForm(
  client: OfficeClient,
  { print: path, language, what }: Pick<FileRequest, 'print' | 'language' | 'what'>,
  submission: Submission | undefined,
  declaration: { id: string; version(): Promise<number> },
): Promise<string | undefined> {
  // What was only tried has no form.
  if (path === undefined || submission?.kind === 'INCOMPLETE' || (submission && submission.undone)) return undefined
  const version = submission?.receipt.version ?? (await declaration.version())
  if (version === 0) return 'NOTHING'
  const bytes = await client.download(`/documents/${what}/${declaration.id}/${version}.pdf?lang=${language}`)
  try {
    await writeFile(path, bytes)
  } catch {
    throw new OfficeRefusal('CANNOT_WRITE', FILE_WORDS[language].cannotWrite(path))
  }
  return path
}
