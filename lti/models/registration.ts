import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelAttributes,
} from 'sequelize'

export type Family = 'canvas' | 'moodle' | 'other'

/** A learning platform that this tool is registered with: one (issuer, client). Nothing in it is secret or personal. */
export class Registration extends Model<InferAttributes<Registration>, InferCreationAttributes<Registration>> {
  declare id: string
  declare name: string
  declare family: CreationOptional<Family>
  declare issuer: string
  declare clientId: string
  declare authUrl: string
  declare tokenUrl: string
  /** The `aud` of token requests, where it is not the token URL. */
  declare tokenAudience: CreationOptional<string | null>
  declare jwksUrl: string
  /** Scopes that were granted; empty when nobody said. */
  declare scopes: CreationOptional<string[]>
  /** Hosts, with ports, that access tokens may be sent to. */
  declare hosts: CreationOptional<string[]>
  /** Origins that may show our pages in a frame. */
  declare origins: CreationOptional<string[]>
  declare createdAt: CreationOptional<Date>
  declare updatedAt: CreationOptional<Date>
  declare disabledAt: CreationOptional<Date | null>

  static readonly table = {
    name: 'lti_registrations',
    columns: {
      id: { type: DataTypes.UUID, primaryKey: true },
      name: { type: DataTypes.TEXT, allowNull: false },
      family: DataTypes.TEXT,
      issuer: { type: DataTypes.TEXT, allowNull: false },
      clientId: { type: DataTypes.TEXT, allowNull: false },
      authUrl: { type: DataTypes.TEXT, allowNull: false },
      tokenUrl: { type: DataTypes.TEXT, allowNull: false },
      tokenAudience: DataTypes.TEXT,
      jwksUrl: { type: DataTypes.TEXT, allowNull: false },
      scopes: DataTypes.ARRAY(DataTypes.TEXT),
      hosts: DataTypes.ARRAY(DataTypes.TEXT),
      origins: DataTypes.ARRAY(DataTypes.TEXT),
      createdAt: DataTypes.DATE,
      updatedAt: DataTypes.DATE,
      disabledAt: DataTypes.DATE,
    } satisfies ModelAttributes,
  }
}
