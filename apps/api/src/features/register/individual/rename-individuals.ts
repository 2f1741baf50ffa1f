import { maskName } from '@shebao/identifiers'
import type { Platform } from '../../../platform/platform.ts'
import type { AcceptedVersion } from './accepted-person.ts'
import { lockRenamed, updateNames } from './accepted-people.repository.ts'

/** What is sealed of a person; the name is one part of it. */
interface Personal {
  name: string
}

/** A different name that was settled as a change of the person's data: the name changes, everything else stays (domain 4.4). */
export async function renameIndividuals(
  platform: Platform,
  of: AcceptedVersion,
  rows: readonly number[],
): Promise<void> {
  if (rows.length === 0) return
  const { vault } = platform
  const renamed = (await lockRenamed(platform, of, rows)).map(({ individualId, registered, declared }) => {
    const { name } = vault.open<Personal>(declared)
    return {
      individualId,
      personal: vault.seal({ ...vault.open<Personal>(registered), name }),
      nameMasked: maskName(name),
    }
  })
  await updateNames(platform, renamed)
}
