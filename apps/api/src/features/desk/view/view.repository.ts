import type { SavedView } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

/** Lists that staff see as they like to, by what stands in their address. */
export const viewPages = ['WORK', 'EMPLOYERS', 'DEBTORS'] as const
export type ViewPage = (typeof viewPages)[number]

export type ViewRow = SavedView

/** By name, which is how people look for them. */
export function listViews({ database }: Platform, accountId: string, page: ViewPage): Promise<ViewRow[]> {
  return database.prisma.savedView.findMany({ where: { accountId, page }, orderBy: { name: 'asc' }, take: 100 })
}

export async function countViews({ database }: Platform, accountId: string, page: ViewPage): Promise<number> {
  return database.prisma.savedView.count({ where: { accountId, page } })
}

export interface NewView {
  accountId: string
  page: ViewPage
  name: string
  search: string
}

/** Under a name that the account has on this page already, the view takes the place of the other. */
export function putView({ database, clock }: Platform, { accountId, page, name, search }: NewView): Promise<ViewRow> {
  return database.prisma.savedView.upsert({
    where: { accountId_page_name: { accountId, page, name } },
    create: { accountId, page, name, search, createdAt: clock.now() },
    update: { search },
  })
}

export function findView({ database }: Platform, accountId: string, id: string): Promise<ViewRow | null> {
  return database.prisma.savedView.findFirst({ where: { id, accountId } })
}

export async function findViewNamed(
  { database }: Platform,
  { accountId, page, name }: { accountId: string; page: string; name: string },
): Promise<ViewRow | null> {
  return database.prisma.savedView.findUnique({ where: { accountId_page_name: { accountId, page, name } } })
}

export function renameRow({ database }: Platform, id: string, name: string): Promise<ViewRow> {
  return database.prisma.savedView.update({ where: { id }, data: { name } })
}

export async function deleteRow({ database }: Platform, accountId: string, id: string): Promise<boolean> {
  const { count } = await database.prisma.savedView.deleteMany({ where: { id, accountId } })
  return count === 1
}
