import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelAttributes,
} from 'sequelize'
import type { Role } from '../../src/domain/actor.js'
import type { Claims, MessageType } from '../launch/claims.js'

export interface LaunchDetails {
  returnUrl?: string | undefined
  locale?: string | undefined
  deepLinking?: Claims['deepLinking']
  /** Whose work a submission review is about: the platform's id of that person. */
  forUser?: string | undefined
}

/** One launch, as it was: a row is written once and never changed (the database refuses it). */
export class Launch extends Model<InferAttributes<Launch>, InferCreationAttributes<Launch>> {
  declare id: string
  declare tenantId: CreationOptional<string>
  declare deployment: string
  declare personId: string
  declare courseId: string
  declare assignmentId: string | null
  declare role: Role
  declare messageType: MessageType
  declare details: LaunchDetails
  declare createdAt: CreationOptional<Date>

  static readonly table = {
    name: 'lti_launches',
    columns: {
      id: { type: DataTypes.UUID, primaryKey: true },
      tenantId: DataTypes.UUID,
      deployment: { type: DataTypes.UUID, allowNull: false },
      personId: { type: DataTypes.UUID, allowNull: false },
      courseId: { type: DataTypes.UUID, allowNull: false },
      assignmentId: DataTypes.UUID,
      role: { type: DataTypes.TEXT, allowNull: false },
      messageType: { type: DataTypes.TEXT, allowNull: false },
      details: { type: DataTypes.JSONB, allowNull: false },
      createdAt: DataTypes.DATE,
    } satisfies ModelAttributes,
  }
}

/** A launch to be written; the tenant is the transaction's. */
export type NewLaunch = Omit<InferAttributes<Launch>, 'tenantId' | 'createdAt'>
