"""Small parts that every page uses: labels, buttons, inputs, marks, meters, panels."""
