import { differenceKinds, resolutions } from '@shebao/roster'
import type { DifferenceKind, Resolution } from '@shebao/roster'
import { builder } from '../../../graphql/builder.ts'
import { beneath } from '../../../graphql/personal.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findSettledPage } from './settled.repository.ts'
import type { SettledRow } from './settled.repository.ts'

const SettledType = builder.objectRef<SettledRow>('SettledRosterDifference').implement({
  personal: beneath,
  description: 'A difference between list and roster, and how the employer settled it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.string({
      description: `One of ${differenceKinds.join(', ')}.`,
      resolve: ({ kind }: { kind: DifferenceKind }) => kind,
    }),
    rowNo: t.exposeInt('rowNo', { nullable: true }),
    idMasked: t.exposeString('idMasked'),
    nameMasked: t.exposeString('nameMasked'),
    resolution: t.string({
      description: `One of ${resolutions.join(', ')}.`,
      resolve: ({ resolution }: { resolution: Resolution }) => resolution,
    }),
    reason: t.exposeString('reason', { nullable: true }),
    stopReason: t.exposeString('stopReason', { nullable: true }),
  }),
})

export const SettledConnection = builder.connectionObject({
  type: SettledType,
  name: 'SettledRosterDifferenceConnection',
})

export function readSettled(platform: Platform, declarationId: string, page: KeysetArgs): Promise<SettledRow[]> {
  const [after] = decodeCursor(page, 1) ?? []
  return findSettledPage(platform, declarationId, after === undefined ? undefined : String(after), pageSize(page) + 1)
}

export const settledKey = (row: SettledRow) => [row.id]
