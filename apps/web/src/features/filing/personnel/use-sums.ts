import { useEffect, useState } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { PersonnelSumsDocument } from './personnel.generated.ts'

interface Sum {
  value: number
  /** People of whom it is not known. */
  unknown: number
}

export interface ListTotals {
  wages: Sum
  pensionBase: Sum
}

/**
 * Sums of the whole list, worked out by the office; those of before until it has answered. Asked for once people are in sight: the
 * office goes through everybody for them, and who opens a long list waits for its first page.
 */
export function useSums(declarationId: string, revision: number, anyInSight: boolean): ListTotals | undefined {
  const client = useClient()
  const [totals, setTotals] = useState<ListTotals>()
  useEffect(() => {
    if (!anyInSight) return undefined
    let wanted = true
    const variables = { id: declarationId }
    client.query({ query: PersonnelSumsDocument, variables, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        if (!wanted || !data) return
        const { wages, wagesUnknown, insurances } = data.declaration.personnelSummary
        const pension = insurances.find(({ insurance }) => insurance === 'PENSION')
        setTotals({
          wages: { value: wages, unknown: wagesUnknown },
          pensionBase: { value: pension?.base ?? 0, unknown: pension?.unknown ?? 0 },
        })
      },
      // The list is of use without its sums; they are asked for again after the next change.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [client, declarationId, revision, anyInSight])
  return totals
}
