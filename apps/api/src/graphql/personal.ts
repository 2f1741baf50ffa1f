import type { FieldNullability, InputFieldMap, SchemaTypes, TypeParam } from '@pothos/core'
import type { Permission } from '../access/permissions.ts'
import type { AuditAction, AuditRecordType } from '../platform/audit-vocabulary.ts'

/**
 * How the contract says that a type or a field hands out data of people, so that nobody can look without a reading in the trail (PIPL
 * 44, 45; R765 37-38). `personal-data.test.ts` refuses a type that looks like it and says nothing.
 */
export type Personal<Row> = Shown<Row> | Noted | Beneath | Own

/** Whoever is handed it has looked at that record: written once an answer, by note-shown.ts. */
export interface Shown<Row> {
  how: 'SHOWN'
  action: AuditAction
  recordType: AuditRecordType
  inClear?: InClear
  /** The record's identifier; nothing where the row is about no record of this kind. */
  of: (row: Row) => string | null | undefined
}

/** The use case that reads it writes one of these itself, because it says more: a reason, a number that was asked for, a version. */
export interface Noted {
  how: 'NOTED'
  actions: readonly AuditAction[]
  inClear?: InClear
}

/** What is masked elsewhere is shown in clear here: to whom, and why. Printed into docs/unmasking.md. */
export interface InClear {
  to: Permission
  /** ASKED: whoever opens it gives a reason. Otherwise the case that it is needed for. */
  reason: 'ASKED' | { en: string; zh: string }
}

/** Reached through nothing but types and fields that are marked. */
export interface Beneath {
  how: 'BENEATH'
}

/** Handed to the person it is about and to nobody else. */
export interface Own {
  how: 'OWN'
}

export function shown<Row>(
  action: AuditAction,
  of: (row: Row) => string | null | undefined,
  recordType: AuditRecordType = 'Individual',
  inClear?: InClear,
): Shown<Row> {
  return { how: 'SHOWN', action, recordType, of, ...(inClear ? { inClear } : {}) }
}
export const noted = (...actions: AuditAction[]): Noted => ({ how: 'NOTED', actions })
export const notedInClear = (inClear: InClear, ...actions: AuditAction[]): Noted => ({ how: 'NOTED', actions, inClear })
export const beneath: Beneath = { how: 'BENEATH' }
export const own: Own = { how: 'OWN' }

/** Records that an answer hands out, gathered while it is made: by action and kind of record, each once. */
export type ShownRecords = Map<string, ShownOfKind>

interface ShownOfKind {
  action: AuditAction
  recordType: AuditRecordType
  ids: Set<string>
}

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- Pothos takes further options in through this namespace.
  namespace PothosSchemaTypes {
    interface ObjectTypeOptions<Types extends SchemaTypes, Shape> {
      /** Its rows are data of people. */
      personal?: Personal<Shape>
    }
    interface FieldOptions<
      Types extends SchemaTypes,
      ParentShape,
      Type extends TypeParam<Types>,
      Nullable extends FieldNullability<Type>,
      Args extends InputFieldMap,
      ResolveShape,
      ResolveReturnShape,
    > {
      /** The field hands out data of people; whose they are, its object says. */
      personal?: Personal<ParentShape>
    }
  }
}
