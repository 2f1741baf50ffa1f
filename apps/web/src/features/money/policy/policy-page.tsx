import { Button, NativeSelect } from '@mantine/core'
import { INSURANCES } from '@shebao/kernel'
import { PARAMETER_NAMES } from '@shebao/premium'
import { Link, useSearchParams } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { caseworkers, holdsAny } from '../../../shared/lib/staff-role.ts'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { useParameterText } from './parameter-text.ts'
import { PolicyTabs } from './policy-tabs.tsx'
import { policyMessages } from './policy-messages.ts'
import sheet from './policy.module.css'
import style from './policy-page.module.css'
import { rulesOfRegion, useRegion } from './rules-of-region.ts'
import { RuleTable } from './rule-table.tsx'
import { useRegions } from './use-regions.ts'

/** What premiums are computed by in a region, one line a rule; filters stand in the address. */
export function PolicyPage() {
  const t = useMessages(policyMessages)
  const { roles } = useViewer()
  const [params, setParams] = useSearchParams()
  const { regions, failed: regionsFailed } = useRegions()
  const region = params.get('region') ?? regions?.[0]?.region
  const { rows, currentPeriod, failed, refetch } = useRegion(region)
  const choose = (name: string, value: string) => {
    setParams((before) => {
      if (value) before.set(name, value)
      else before.delete(name)
      return before
    })
  }
  const mayEdit = holdsAny(roles, caseworkers)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        next={
          mayEdit ? (
            <Button component={Link} to={`/staff/policy/new${region ? `?region=${region}` : ''}`}>
              {t('newProposal')}
            </Button>
          ) : null
        }
      />
      <PolicyTabs />
      <div className={sheet.filters}>
        <NativeSelect
          label={t('region')}
          value={region ?? ''}
          onChange={(event) => choose('region', event.currentTarget.value)}
          data={(regions ?? []).map((one) => ({ value: one.region, label: one.name }))}
        />
        <Filters params={params} choose={choose} />
      </div>
      {failed || regionsFailed ? (
        <Notice tone="refused">
          {t('loadFailed')}{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Notice>
      ) : rows && currentPeriod && region ? (
        <Rules region={region} rules={filtered(rulesOfRegion(rows, currentPeriod), params)} />
      ) : (
        <Skeleton lines={12} />
      )}
    </>
  )
}

function Filters({ params, choose }: { params: URLSearchParams; choose: (name: string, value: string) => void }) {
  const t = useMessages(policyMessages)
  const { nameOf, insuranceOf } = useParameterText()
  return (
    <>
      <NativeSelect
        label={t('insurance')}
        value={params.get('insurance') ?? ''}
        onChange={(event) => choose('insurance', event.currentTarget.value)}
        data={[
          { value: '', label: t('anyInsurance') },
          { value: 'ALL', label: t('general') },
          ...INSURANCES.map((insurance) => ({ value: insurance, label: insuranceOf(insurance) ?? insurance })),
        ]}
      />
      <NativeSelect
        label={t('parameter')}
        value={params.get('name') ?? ''}
        onChange={(event) => choose('name', event.currentTarget.value)}
        data={[
          { value: '', label: t('anyParameter') },
          ...PARAMETER_NAMES.map((name) => ({ value: name, label: nameOf(name) })),
        ]}
      />
    </>
  )
}

function filtered(rules: ReturnType<typeof rulesOfRegion>, params: URLSearchParams) {
  const [insurance, name] = [params.get('insurance'), params.get('name')]
  return rules.filter(({ rows: [row] }) => {
    return row && (!insurance || row.insurance === insurance) && (!name || row.name === name)
  })
}

function Rules({ region, rules }: { region: string; rules: ReturnType<typeof rulesOfRegion> }) {
  const t = useMessages(policyMessages)
  const { language } = useLanguage()
  if (rules.length === 0) return <NothingFound title={t('noneMatch')} clear={`?region=${region}`} />
  return (
    <>
      <RuleTable region={region} rules={rules} />
      <p className="quiet">{t('shown', { count: rules.length })}</p>
      <p className={style.exports}>
        {t('export')} <a href={`/policy/parameters.xlsx?region=${region}&language=${language}`}>XLSX</a>{' '}
        <a href={`/policy/parameters.csv?region=${region}&language=${language}`}>CSV</a>{' '}
        <a href={`/policy/parameters.yaml?region=${region}`}>YAML</a>{' '}
        <a href={`/policy/parameters.json?region=${region}`}>JSON</a>{' '}
        <a href="/schemas/shebao-parameters-1.json">{t('schema')}</a>
      </p>
    </>
  )
}
