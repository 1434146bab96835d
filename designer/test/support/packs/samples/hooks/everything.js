export default {
  import: {
    shouted(row) {
      if (row.name === "Total") return null;
      return { ...row, name: row.name.toUpperCase() };
    },
  },
};
