import { period } from '@shebao/kernel'
import { CARRIED_OVER_PARAMETERS, compareRows, ParameterRow } from '@shebao/premium'
import type { ProposalContext } from '@shebao/premium'
import { useEffect, useMemo, useState } from 'react'
import { useClient, useQuery } from '../../../shared/data/hooks.tsx'
import { PolicyParametersDocument, PolicyRegionStateDocument } from './policy.generated.ts'
import type { PolicyParametersQuery } from './policy.generated.ts'

export type PublishedParameter = PolicyParametersQuery['policyParameters']['edges'][number]['node']

/** One rule over time: its rows, and which of them answers for the month it is at the office. */
export interface Rule {
  key: string
  rows: PublishedParameter[]
  current: PublishedParameter | undefined
  carriedOver: boolean
  next: PublishedParameter | undefined
}

export const ruleKey = (row: Pick<PublishedParameter, 'name' | 'insurance' | 'side' | 'category'>) =>
  [row.name, row.insurance, row.side, row.category].join('|')

const asRow = (row: PublishedParameter): ParameterRow | undefined => {
  const { region, insurance, side, category, name, validFrom, validTo, docNo, publishedOn, source, verified, value } =
    row
  const number = /^\d+$/.test(value) ? Number(value) : value
  const given = {
    region,
    insurance,
    side,
    category,
    name,
    value: number,
    validFrom,
    validTo,
    docNo,
    publishedOn,
    source,
    verified,
  }
  const reading = ParameterRow.safeParse(given)
  return reading.success ? reading.data : undefined
}

export function rulesOfRegion(rows: readonly PublishedParameter[], currentPeriod: string): Rule[] {
  return Array.from(Map.groupBy(rows, ruleKey), ([key, group]) => {
    const sorted = group.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    const latest = sorted.findLast(({ validFrom }) => validFrom <= currentPeriod)
    const over = latest !== undefined && latest.validTo !== null && latest.validTo < currentPeriod
    const carried = over && [...CARRIED_OVER_PARAMETERS].some((name) => name === latest.name)
    return {
      key,
      rows: sorted,
      current: over && !carried ? undefined : latest,
      carriedOver: carried,
      next: sorted.find(({ validFrom }) => validFrom > currentPeriod),
    }
  }).toSorted((a, b) => compareRules(a, b))
}

function compareRules(a: Rule, b: Rule): number {
  const [first, second] = [a.rows[0], b.rows[0]].map((row) => row && asRow(row))
  return first && second ? compareRows(first, second) : 0
}

/** Everything published in a region, page after page, with the months that are billed. */
export function useRegion(region: string | undefined) {
  const client = useClient()
  const state = useQuery(PolicyRegionStateDocument, {
    variables: { region: region ?? '' },
    skip: region === undefined,
    fetchPolicy: 'network-only',
  })
  const revision = state.data?.policyRegionState.revision
  const [loaded, setLoaded] = useState<{ for: string; rows: PublishedParameter[] }>()
  const [failed, setFailed] = useState(false)
  const wanted = region !== undefined && revision !== undefined ? `${region} ${revision}` : undefined
  useEffect(() => {
    if (wanted === undefined || region === undefined) return undefined
    let left = false
    const readPage = async (after: string | null) => {
      const { data } = await client.query({
        query: PolicyParametersDocument,
        variables: { region, after },
        fetchPolicy: 'network-only',
      })
      if (!data) throw new Error('no answer')
      return data.policyParameters
    }
    const readAll = async (after: string | null, before: PublishedParameter[]): Promise<void> => {
      const { edges, pageInfo } = await readPage(after)
      const rows = [...before, ...edges.map(({ node }) => node)]
      if (pageInfo.hasNextPage) return readAll(pageInfo.endCursor, rows)
      if (!left) setLoaded({ for: wanted, rows })
    }
    readAll(null, []).then(
      () => setFailed(false),
      () => setFailed(!left),
    )
    return () => {
      left = true
    }
  }, [client, region, wanted])

  const rows = loaded?.for === wanted ? loaded?.rows : undefined
  const regionState = state.data?.policyRegionState
  const context = useMemo((): ProposalContext | undefined => {
    if (!rows || !regionState) return undefined
    const { region: code, billedPeriods, currentPeriod } = regionState
    return {
      region: code,
      published: rows.flatMap((row) => asRow(row) ?? []),
      billed: billedPeriods.map(period),
      current: period(currentPeriod),
    }
  }, [rows, regionState])
  return {
    rows,
    context,
    currentPeriod: regionState?.currentPeriod,
    failed: failed || state.error !== undefined,
    refetch: state.refetch,
  }
}
