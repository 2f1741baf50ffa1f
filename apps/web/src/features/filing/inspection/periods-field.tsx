import type { FieldProps } from '../../../shared/forms/index.ts'
import { TypedTextField } from '../../../shared/forms/typed-text-field.tsx'
import type { UnitValues } from './unit-values.ts'

/** "2026-03、2026-04" -> ['2026-03', '2026-04']; undefined when a part is no month. */
export function readPeriods(text: string): string[] | undefined {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .filter((part) => part !== '')
    .map((part) => part.replace(/^(\d{4})[年/.](\d{1,2})月?$/, '$1-$2').replace(/-(\d)$/, '-0$1'))
  return parts.length > 0 && parts.every((part) => /^\d{4}-(0[1-9]|1[0-2])$/.test(part))
    ? [...new Set(parts)].sort()
    : undefined
}

const write = (value: unknown) => (Array.isArray(value) ? value.join('、') : typeof value === 'string' ? value : '')

export function PeriodsField(props: FieldProps<UnitValues>) {
  return <TypedTextField {...props} read={readPeriods} write={write} inputMode="text" autoComplete="off" />
}
