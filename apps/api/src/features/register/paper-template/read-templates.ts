import { decodeCursor, keysetPage, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listStandingVersions, listVersions } from './paper-template.repository.ts'
import type { TemplateVersionRow } from './paper-template.repository.ts'
import { paperTemplateNames } from './template-names.ts'
import type { PaperTemplateName } from './template-names.ts'

export interface StandingTemplate {
  name: PaperTemplateName
  /** Nothing: the words that came with the release hold. */
  inForce: TemplateVersionRow | undefined
  later: readonly TemplateVersionRow[]
  waiting: TemplateVersionRow | undefined
}

/** All of them, as they stand today. */
export async function readTemplates(platform: Platform, asker: Viewer | undefined): Promise<StandingTemplate[]> {
  requireMay(asker, 'template:read')
  const today = platform.clock.today()
  const standing = await listStandingVersions(platform, today)
  return paperTemplateNames.map((name) => {
    const own = standing.filter((version) => version.name === name)
    const published = own.filter(({ status }) => status === 'PUBLISHED')
    return {
      name,
      inForce: published.findLast(({ validFrom }) => validFrom <= today),
      later: published.filter(({ validFrom }) => validFrom > today),
      waiting: own.find(({ status }) => status === 'PROPOSED'),
    }
  })
}

/** Whatever was proposed of a template, newest first. */
export async function readVersions(
  platform: Platform,
  asker: Viewer | undefined,
  { name, ...args }: KeysetArgs & { name: PaperTemplateName },
) {
  requireMay(asker, 'template:read')
  const [version] = decodeCursor(args, 1) ?? []
  const before = version === undefined ? undefined : Number(version)
  if (before !== undefined && !Number.isSafeInteger(before)) throw badInput('after', 'This is no cursor of this list.')
  const rows = await listVersions(platform, { name, before, limit: pageSize(args) + 1 })
  return keysetPage(rows, args, (row) => [String(row.version)])
}
