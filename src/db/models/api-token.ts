import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelAttributes,
} from 'sequelize'
import type { Role, Scope } from '../../domain/actor.js'

/** What is known of an API token that was handed out; the token itself is kept nowhere. `id` is its `jti`. */
export class ApiToken extends Model<InferAttributes<ApiToken>, InferCreationAttributes<ApiToken>> {
  declare id: string
  /** That of the transaction, unless it is named. */
  declare tenantId: CreationOptional<string>
  /** What it is for, in the words of whoever issued it. */
  declare name: string
  declare person: string
  declare role: Role
  declare scopes: Scope[] | null
  declare createdAt: CreationOptional<Date>
  declare expiresAt: Date
  declare revokedAt: CreationOptional<Date | null>

  static readonly table = {
    name: 'api_tokens',
    columns: {
      id: { type: DataTypes.UUID, primaryKey: true },
      tenantId: DataTypes.UUID,
      name: { type: DataTypes.TEXT, allowNull: false },
      person: { type: DataTypes.TEXT, allowNull: false },
      role: { type: DataTypes.TEXT, allowNull: false },
      scopes: DataTypes.ARRAY(DataTypes.TEXT),
      createdAt: DataTypes.DATE,
      expiresAt: { type: DataTypes.DATE, allowNull: false },
      revokedAt: DataTypes.DATE,
    } satisfies ModelAttributes,
  }
}
