declare module "virtual:icons" {
  /** Where the paths of the icons of the SAP icon font are, each in a box of 16 by 16. */
  const address: string;
  export default address;
}
