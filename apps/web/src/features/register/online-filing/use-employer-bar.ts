import { useQuery } from '../../../shared/data/hooks.tsx'
import { EmployerBarDocument } from './employer-bar.generated.ts'
import type { EmployerBar } from './employer-bar-notice.tsx'

/** What keeps the employer acted for from filing online; nothing while that is not known. */
export function useEmployerBar(): EmployerBar | undefined {
  const { data } = useQuery(EmployerBarDocument, { fetchPolicy: 'cache-and-network' })
  return data?.viewer?.bar ?? undefined
}
