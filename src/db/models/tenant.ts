import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelAttributes,
} from 'sequelize'

/** A stand-alone school, or (from the LTI door on) one registered deployment of an LMS. */
export class Tenant extends Model<InferAttributes<Tenant>, InferCreationAttributes<Tenant>> {
  declare id: string
  declare name: string
  declare createdAt: CreationOptional<Date>

  static readonly table = {
    name: 'tenants',
    columns: {
      id: { type: DataTypes.UUID, primaryKey: true },
      name: { type: DataTypes.TEXT, allowNull: false },
      createdAt: DataTypes.DATE,
    } satisfies ModelAttributes,
  }
}
