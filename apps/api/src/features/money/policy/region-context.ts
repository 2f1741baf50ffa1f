import { period } from '@shebao/kernel'
import type { ProposalContext } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { findRegionRevision, listBilledMonths, listRegionRows } from './published.repository.ts'
import type { PublishedRow } from './published.repository.ts'

export interface RegionContext extends ProposalContext {
  /** Which rows these are: changes with every publication in the region. */
  revision: string
  publishedRows: readonly PublishedRow[]
}

/** What a proposal of the region is judged against now. */
export async function loadRegionContext(platform: Platform, region: string): Promise<RegionContext> {
  const revision = await findRegionRevision(platform, region)
  const publishedRows = await listRegionRows(platform, region)
  return {
    region,
    revision,
    publishedRows,
    published: publishedRows.map(({ row }) => row),
    billed: await listBilledMonths(platform, region),
    current: period(platform.clock.today().slice(0, 7)),
  }
}
